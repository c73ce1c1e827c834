using OgGen.Generator.Common;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Naming;

namespace OgGen.Generator.Document;

/// <summary>The options of one document, checked.</summary>
internal sealed record SpecOptions(
    string Namespace, string Client, TypeAccess Access, EquatableArray<string> Tags, EquatableArray<string> Paths)
{
    /// <summary>Checks the options of a document; null, with a problem, where one is invalid.</summary>
    public static SpecOptions? Check(SpecFile spec, List<Problem> problems)
    {
        int before = problems.Count;
        if (spec.Namespace.Length > 0 && !CSharpName.IsNamespace(spec.Namespace))
        {
            problems.Add(new Problem(Descriptors.BadOption, "", "Namespace", spec.Namespace, "no C# namespace"));
        }

        if (spec.NamespaceOwner is { } owner)
        {
            problems.Add(
                new Problem(
                    Descriptors.BadOption,
                    "",
                    "Namespace",
                    spec.Namespace,
                    $"that of '{owner}' already; each document needs one of its own"));
        }

        if (spec.Client.Length > 0 && (!CSharpName.IsIdentifier(spec.Client) || CSharpName.Escape(spec.Client).IsKeyword))
        {
            problems.Add(new Problem(Descriptors.BadOption, "", "Client", spec.Client, "no C# class name"));
        }

        if (CodeAliases.Has(spec.Client))
        {
            problems.Add(new Problem(Descriptors.BadOption, "", "Client", spec.Client, "a name that generated files use"));
        }

        bool isInternal = spec.Access.Equals("internal", StringComparison.OrdinalIgnoreCase);
        if (spec.Access.Length > 0 && !isInternal && !spec.Access.Equals("public", StringComparison.OrdinalIgnoreCase))
        {
            problems.Add(new Problem(Descriptors.BadOption, "", "Access", spec.Access, "neither 'public' nor 'internal'"));
        }

        CheckFlag("Reference", spec.Reference, spec.IsReference);
        CheckFlag("ThirdParty", spec.ThirdParty, spec.IsThirdParty);

        string @namespace = spec.Namespace.Length == 0
            ? "OpenApi"
            : string.Join(".", spec.Namespace.Split('.').Select(static part => CSharpName.Escape(part).Escaped));
        return problems.Count == before
            ? new SpecOptions(@namespace, spec.Client, isInternal ? TypeAccess.Internal : TypeAccess.Public, spec.Tags, spec.Paths)
            : null;

        void CheckFlag(string name, string value, bool isTrue)
        {
            if (value.Length > 0 && !isTrue && !value.Equals("false", StringComparison.OrdinalIgnoreCase))
            {
                problems.Add(new Problem(Descriptors.BadOption, "", name, value, "neither 'true' nor 'false'"));
            }
        }
    }
}
