using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using OgGen.Package.Tests.Harness;

namespace OgGen.Package.Tests.Reach;

/// <summary>
/// The packed generator opens no file, no connection and no process, and the same input gives the same bytes everywhere: its metadata names
/// nothing by which it could. What it calls, a method of Microsoft.OpenApi or YamlDotNet for example, is not followed; the last tests say
/// what holds there.
/// </summary>
[TestClass]
public sealed class ReachTests
{
    // The reference assembly that the generator is compiled against.
    private static readonly MetadataReference s_netStandard = MetadataReference.CreateFromFile(
        Path.Combine(Repository.PackageCache, "netstandard.library/2.0.3/build/netstandard2.0/ref/netstandard.dll"));

    private static readonly string[] s_readers =
    [
        "M:Microsoft.OpenApi.Reader.OpenApiJsonReader.Read(System.Text.Json.Nodes.JsonNode,System.Uri,"
            + "Microsoft.OpenApi.Reader.OpenApiReaderSettings)",
        "M:Microsoft.OpenApi.Reader.OpenApiJsonReader.#ctor",
        "M:Microsoft.OpenApi.Reader.OpenApiReaderSettings.#ctor",
        "M:Microsoft.OpenApi.Reader.OpenApiReaderSettings.set_LoadExternalRefs(System.Boolean)",
        "M:Microsoft.OpenApi.Reader.OpenApiReaderSettings.set_RuleSet(Microsoft.OpenApi.ValidationRuleSet)",
        "M:Microsoft.OpenApi.Reader.OpenApiDiagnostic.get_Errors",
        "M:Microsoft.OpenApi.Reader.OpenApiDiagnostic.get_Warnings",
        "M:Microsoft.OpenApi.Reader.OpenApiDiagnostic.get_SpecificationVersion",
        "M:Microsoft.OpenApi.Reader.ReadResult.get_Diagnostic",
        "M:Microsoft.OpenApi.Reader.ReadResult.get_Document",
        "M:Microsoft.OpenApi.Reader.ReadResult.Deconstruct(Microsoft.OpenApi.OpenApiDocument@,Microsoft.OpenApi.Reader.OpenApiDiagnostic@)",
    ];

    private static byte[] Generator => PackedFeed.Shared.Package("OgGen").Read("analyzers/dotnet/cs/OgGen.dll");

    [TestMethod]
    public void The_packed_generator_names_nothing_of_network_file_process_environment_clock_randomness_and_culture()
    {
        IReadOnlyList<string> violations = ReachRules.Violations(Generator);

        Assert.IsEmpty(violations, string.Join('\n', violations));
        Assert.IsGreaterThan(500, References.Of(Generator).Count, "the scan does not see the generator");
    }

    [TestMethod]
    [DataRow("new System.Net.WebClient()", "T:System.Net.WebClient")]
    [DataRow("System.Net.WebRequest.Create(text)", "M:System.Net.WebRequest.Create(System.String)")]
    [DataRow("new System.Net.Sockets.TcpClient()", "T:System.Net.Sockets.TcpClient")]
    [DataRow("new System.Net.Http.HttpClient()", "M:System.Net.Http.HttpClient.#ctor")]
    [DataRow("new System.Net.Http.FormUrlEncodedContent(null)", "T:System.Net.Http.FormUrlEncodedContent", "not among what is open")]
    [DataRow("System.Xml.Linq.XDocument.Load(text)", "M:System.Xml.Linq.XDocument.Load(System.String)")]
    [DataRow("System.IO.File.ReadAllText(text)", "M:System.IO.File.ReadAllText(System.String)")]
    [DataRow("new System.IO.FileStream(text, System.IO.FileMode.Open)", "T:System.IO.FileStream")]
    [DataRow("new System.IO.StreamReader(text)", "M:System.IO.StreamReader.#ctor(System.String)")]
    [DataRow("new System.IO.BinaryReader(null)", "T:System.IO.BinaryReader", "not among what is open")]
    [DataRow("System.IO.Path.GetTempPath()", "M:System.IO.Path.GetTempPath")]
    [DataRow("System.Diagnostics.Process.Start(text)", "M:System.Diagnostics.Process.Start(System.String)")]
    [DataRow("System.Threading.Tasks.Task.Run(() => { })", "M:System.Threading.Tasks.Task.Run(System.Action)")]
    [DataRow("System.Environment.GetEnvironmentVariable(text)", "M:System.Environment.GetEnvironmentVariable(System.String)")]
    [DataRow("System.Environment.NewLine", "M:System.Environment.get_NewLine")]
    [DataRow("System.DateTime.UtcNow", "M:System.DateTime.get_UtcNow")]
    [DataRow("System.Diagnostics.Stopwatch.StartNew()", "M:System.Diagnostics.Stopwatch.StartNew")]
    [DataRow("new System.Random()", "M:System.Random.#ctor")]
    [DataRow("System.Guid.NewGuid()", "M:System.Guid.NewGuid")]
    [DataRow("System.Activator.CreateInstance(null)", "T:System.Activator")]
    [DataRow("System.Reflection.Assembly.Load(text)", "M:System.Reflection.Assembly.Load(System.String)")]
    [DataRow("System.Type.GetType(text)", "M:System.Type.GetType(System.String)")]
    [DataRow("typeof(string).GetMethods()", "M:System.Type.GetMethods in ")]
    [DataRow("((System.Reflection.MethodInfo)null).MakeGenericMethod()", "MethodInfo.MakeGenericMethod(System.Type[]) in ", "not among")]
    [DataRow("((System.Reflection.MethodBase)null).Invoke(null, null)", "MethodBase.Invoke(System.Object,System.Object[]) in ")]
    [DataRow("System.Linq.Expressions.Expression.Constant(text)", "M:System.Linq.Expressions.Expression.Constant(System.Object)")]
    [DataRow("Native()", "Native", "a native function")]
    [DataRow("System.Globalization.CultureInfo.CurrentCulture", "M:System.Globalization.CultureInfo.get_CurrentCulture")]
    [DataRow(
        "System.Globalization.CultureInfo.DefaultThreadCurrentCulture = null",
        "M:System.Globalization.CultureInfo.set_DefaultThreadCurrentCulture(System.Globalization.CultureInfo)")]
    [DataRow("text.ToLower()", "M:System.String.ToLower")]
    [DataRow("text.StartsWith(text)", "M:System.String.StartsWith(System.String)")]
    [DataRow("number.ToString()", "M:System.Int32.ToString")]
    [DataRow("$\"{number}\"", "M:System.String.Format(System.String,System.Object)")]
    [DataRow("text + number", "M:System.Int32.ToString")]
    [DataRow("new System.Text.StringBuilder().Append(number)", "M:System.Text.StringBuilder.Append(System.Int32)")]
    [DataRow("double.Parse(text)", "M:System.Double.Parse(System.String)")]
    [DataRow("texts.OrderBy(t => t).ToArray()", "with System.String,System.String", "texts are sorted as the current culture has it")]
    [DataRow(
        "new SortedSet<string>()",
        "M:System.Collections.Generic.SortedSet`1.#ctor with System.String",
        "texts are sorted as the current culture has it")]
    [DataRow(
        "texts.Sort()", "M:System.Collections.Generic.List`1.Sort with System.String", "texts are sorted as the current culture has it")]
    public void What_is_planted_is_found(string expression, string reference, string rule = "banned")
    {
        IReadOnlyList<string> violations = ReachRules.Violations(Plant(expression));

        Assert.IsTrue(
            violations.Any(
                violation => violation.Contains(reference, StringComparison.Ordinal) && violation.Contains(rule, StringComparison.Ordinal)),
            string.Join('\n', violations));
    }

    [TestMethod]
    [DataRow("new System.IO.StringReader(text)")]
    [DataRow("number.ToString(System.Globalization.CultureInfo.InvariantCulture)")]
    [DataRow("text.StartsWith(text, System.StringComparison.Ordinal)")]
    [DataRow("texts.OrderBy(t => t, System.StringComparer.Ordinal).ToArray()")]
    [DataRow("texts.OrderBy(t => t.Length).ToArray()")]
    [DataRow("text + text")]
    public void What_is_harmless_is_not_found(string expression)
        => Assert.IsEmpty(ReachRules.Violations(Plant(expression)), string.Join('\n', ReachRules.Violations(Plant(expression))));

    [TestMethod]
    public void What_is_called_by_its_name_is_the_output_that_other_generators_see_and_in_one_class_alone()
    {
        // The names that the packed class has as texts: what it looks for.
        using var image = new PEReader([.. Generator]);
        MetadataReader reader = image.GetMetadataReader();
        string[] names = [.. Places.TextsOf(image, reader, "PreCompilationOutput").Distinct().Order(StringComparer.Ordinal)];

        CollectionAssert.AreEqual(new[] { "AddSource", "Bind", "RegisterPreCompilationSourceOutput" }, names);
        Assert.IsTrue(References.Of(Generator).Any(static reference
            => reference.Id == "M:System.Type.GetMethods" && reference.Places == "PreCompilationOutput.Find"));
    }

    [TestMethod]
    public void Of_the_OpenAPI_library_the_generator_names_the_reader_of_a_tree_and_nothing_that_loads()
    {
        Reference[] used = [.. References.Of(Generator).Where(static reference => reference.Assembly == "Microsoft.OpenApi")];
        string[] readers =
        [
            .. used.Where(static reference => reference.Namespace == "Microsoft.OpenApi.Reader" && reference.Id[0] == 'M')
                .Select(static reference => reference.Id)
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];

        // The tree is in memory, and what it refers to is left alone: `LoadExternalRefs = false` is the only use of its setter.
        Assert.IsEmpty(readers.Except(s_readers).ToArray(), string.Join('\n', readers));
        Assert.Contains(s_readers[0], readers);

        // OpenApiDocument.Load, LoadAsync and Parse; loaders, workspaces and clients by any name.
        Assert.IsEmpty(used.Where(static reference => Loads(reference)).ToArray());
        Assert.IsTrue(
            Loads(
                new Reference(
                    "Microsoft.OpenApi",
                    "Microsoft.OpenApi.OpenApiDocument",
                    "M:Microsoft.OpenApi.OpenApiDocument.LoadAsync(System.String)",
                    "",
                    "")));
        Assert.IsTrue(
            Loads(
                new Reference(
                    "Microsoft.OpenApi",
                    "Microsoft.OpenApi.Reader.DefaultStreamLoader",
                    "T:Microsoft.OpenApi.Reader.DefaultStreamLoader",
                    "",
                    "")));

        static bool Loads(Reference reference)
            => new[] { ".Load(", ".LoadAsync(", ".Parse(", "Loader", "Workspace", "HttpClient" }.Any(
                part => reference.Id.Contains(part, StringComparison.Ordinal));
    }

    [TestMethod]
    public void Every_line_of_the_list_names_something_that_is_there()
    {
        // A line with a typing error forbids nothing, and nobody says so.
        Compilation empty = CSharpCompilation.Create("Empty", references: [s_netStandard]);
        string[] unknown = [.. ReachRules.Banned.Where(id => DocumentationCommentId.GetSymbolsForDeclarationId(id, empty).IsEmpty)];

        Assert.IsEmpty(unknown, string.Join('\n', unknown));
        Assert.AreEqual(ReachRules.Banned.Count, ReachRules.Banned.Distinct().Count());
    }

    private static byte[] Plant(string expression)
    {
        string code = $$"""
            using System.Collections.Generic;
            using System.Linq;

            public static class Planted
            {
                public static void Run(string text, int number, List<string> texts) => Take(() => {{expression}});

                [System.Runtime.InteropServices.DllImport("libc")]
                public static extern int Native();

                static void Take<T>(System.Func<T> value) => value();

                static void Take(System.Action value) => value();
            }
            """;
        if (!expression.StartsWith("Native", StringComparison.Ordinal))
        {
            code = code.Replace("[System.Runtime.InteropServices.DllImport(\"libc\")]", "", StringComparison.Ordinal)
                .Replace("public static extern int Native();", "", StringComparison.Ordinal);
        }

        using var stream = new MemoryStream();
        var result = CSharpCompilation.Create(
            "Planted",
            [CSharpSyntaxTree.ParseText(code)],
            [s_netStandard],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release)).Emit(stream);
        Assert.IsTrue(result.Success, string.Join('\n', result.Diagnostics));
        return stream.ToArray();
    }
}
