using Microsoft.OpenApi;
using OgGen.Generator.Common;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Document;
using OgGen.Generator.Document.Checks;
using OgGen.Generator.Model;
using OgGen.Generator.Naming;
using OgGen.Generator.Schemas;

namespace OgGen.Generator.Building;

/// <summary>
/// Document to model. Every decision is taken here: which types there are, their names and members, the operations'
/// signatures. What comes out is printed as it stands.
/// </summary>
internal sealed partial class ModelBuilder
{
    private readonly OpenApiDocument _document;
    private readonly SchemaGraph _schemas;
    private readonly Func<string, string> _origin;
    private readonly Func<string, string> _place;
    private readonly SpecOptions _options;
    private readonly List<Problem> _problems;
    private readonly CancellationToken _cancellationToken;

    /// <summary>
    /// The names in the client's namespace. A type cannot have the name of one of its members, and every generated type
    /// has some of these.
    /// </summary>
    private readonly NameScope _typeNames = new(
        s_reservedMembers.Concat(s_reservedEnumMembers).Concat(s_reservedChoiceMembers).Except(["Value"]).Concat(CodeAliases.Types.Select(static alias => alias.Alias)),
        avoided: ImplicitTypes.Names);

    private readonly NameScope _hintNames = new([], ignoreCase: true);

    public ModelBuilder(SpecDocument document, SpecOptions options, List<Problem> problems, CancellationToken cancellationToken)
    {
        _document = document.Document;
        _schemas = SchemaGraph.Of(document);
        _structure = new SchemaStructure(_schemas);
        _origin = document.Origin;
        _place = document.Describe;
        _options = options;
        _problems = problems;
        _cancellationToken = cancellationToken;
    }

    public DocumentModel Build()
    {
        ClientNames names = NameClient();
        NameComponents();
        List<OperationAt> operations = FindOperations();
        List<GroupPlan> groups = PlanGroups(operations);
        NameInlineTypes(groups);
        NameHeaders(names.Stem);
        ServersModel? servers = BuildServers(names, groups);
        MarkPatches(operations);

        var types = new List<TypesFile>();
        foreach (string component in _schemas.Components.Keys)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            EquatableArray<TypeModel> owned = BuildTypes(component).ToEquatable();
            if (owned.Count > 0)
            {
                types.Add(new TypesFile { HintName = Hint(owned[0].Name), Namespace = _options.Namespace, Access = _options.Access, Types = owned });
            }
        }

        EquatableArray<TypeModel> payloads = BuildInlineTypes(WebhookOwner).ToEquatable();
        if (payloads.Count > 0)
        {
            types.Add(new TypesFile { HintName = Hint(names.Stem + "Webhooks"), Namespace = _options.Namespace, Access = _options.Access, Types = payloads });
        }

        List<GroupFile> groupFiles = groups.Select(BuildGroup).ToList();
        ClientModel client = BuildClient(names, groups, servers);

        var files = new List<FileModel>();
        files.AddRange(Bucket(types));
        files.AddRange(groupFiles);
        files.Add(new ClientFile { HintName = Hint(names.Client), Namespace = _options.Namespace, Access = _options.Access, Client = client });
        if (servers is not null)
        {
            files.Add(new ServersFile { HintName = Hint(servers.Name), Namespace = _options.Namespace, Access = _options.Access, Servers = servers });
        }

        files.Add(new ResolverFile
        {
            HintName = Hint(names.Resolver),
            Namespace = _options.Namespace,
            Access = _options.Access,
            Name = names.Resolver,
            ClientName = names.Client,
            TypeNames = types.SelectMany(static file => file.Types)
                .Concat(groupFiles.SelectMany(static file => file.Types))
                .SelectMany(static type => type is UnionModel union ? new[] { union.Name, union.Unknown.Name } : [type.Name])
                .OrderBy(static name => name, StringComparer.Ordinal)
                .ToEquatable(),
        });

        // Roslyn compares a step's items by position: the order by name keeps an edit from moving the others.
        return new DocumentModel { Files = files.OrderBy(static file => file.HintName, StringComparer.Ordinal).ToEquatable() };
    }

    /// <summary>Takes a name, and says so where it had to be another one.</summary>
    private string Take(NameScope names, string wanted, string suffix, string pointer) => Take(names, wanted, wanted, suffix, pointer);

    /// <param name="names">The names that are taken.</param>
    /// <param name="said">The name as the document has it.</param>
    /// <param name="wanted">The name to take.</param>
    /// <param name="suffix">What is tried before numbers.</param>
    /// <param name="pointer">What has the name.</param>
    /// <param name="isGiven">Whether the document gives this very name, so that one that is better avoided is not.</param>
    private string Take(NameScope names, string said, string wanted, string suffix, string pointer, bool isGiven = false)
    {
        string name = names.Take(wanted, suffix, isGiven);
        if (name != said)
        {
            Report(Descriptors.Renamed, pointer, said, name);
        }

        return name;
    }

    private void Report(string id, string pointer, params string[] arguments) => _problems.Add(new Problem(id, _origin(pointer), arguments));

    /// <summary>A hint name: the alphabet that every host accepts, a bounded length, unique ignoring case.</summary>
    private string Hint(string name)
    {
        // Room for a number among names that are alike, and for the extension.
        const int maxLength = Limits.HintName - 20;
        string whole = _options.Namespace + "." + name;
        string stem = new(whole.Select(static c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '.' or '_' ? c : '_').ToArray());
        if (stem != whole || stem.Length > maxLength)
        {
            // The hash is that of the whole name, as other documents' hint names are not known here.
            stem = stem.Substring(0, Math.Min(stem.Length, maxLength - 9)) + "_" + StableHash.Of(whole);
        }

        return _hintNames.Take(stem) + ".g.cs";
    }

    /// <summary>
    /// Many small files cost the compiler on each keystroke (measured: 1.8 ms at 250 files, 52 ms at 4,000), so above a
    /// limit components share files, each by its name alone: adding one moves no other.
    /// </summary>
    private IEnumerable<TypesFile> Bucket(List<TypesFile> files)
    {
        const int few = 200;
        const int buckets = 100;
        if (files.Count <= few)
        {
            return files;
        }

        return files
            .GroupBy(static file => Convert.ToUInt32(StableHash.Of(file.Types[0].Name), 16) % buckets)
            .OrderBy(static bucket => bucket.Key)
            .Select(bucket => new TypesFile
            {
                HintName = Hint("Models" + bucket.Key.ToString("000", System.Globalization.CultureInfo.InvariantCulture)),
                Namespace = _options.Namespace,
                Access = _options.Access,
                Types = bucket.OrderBy(static file => file.Types[0].Name, StringComparer.Ordinal).SelectMany(static file => file.Types).ToEquatable(),
            });
    }
}
