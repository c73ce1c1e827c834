using Microsoft.OpenApi;
using OgGen.Generator.Common;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Document;
using OgGen.Generator.Model;
using OgGen.Generator.Planning;

namespace OgGen.Generator.Building;

/// <summary>Builds the model from the plans: everything that is printed, as records.</summary>
internal static class ModelBuilder
{
    public static DocumentModel Build(
        SpecDocument document,
        UnionPlan unions,
        OperationPlan operations,
        TypePlan types,
        MergePatchPlan patches,
        ServerPlan servers,
        SecurityPlan security,
        NamePlan names,
        SpecOptions options,
        Problems problems,
        CancellationToken cancellationToken)
    {
        var resolver = new TypeResolver(unions, types, names, problems);
        DocLinks links = DocLinks.Of(operations, types, names, options.Namespace);
        var docs = new SchemaDocs(unions, links, document.Describe);
        var properties = new PropertyBuilder(unions, names, patches, resolver, docs, problems);
        IReadOnlyDictionary<string, IReadOnlyList<PropertyModel>> commonMembers = CommonMembers.Of(unions, names, properties);
        var discriminators = new DiscriminatorBuilder(unions, names, resolver, problems);
        ClassTree classes = ClassTree.Of(unions, names, properties, resolver, problems);
        var objects = new ObjectBuilder(unions, names, commonMembers, classes, properties, discriminators, resolver);
        var discriminated = new UnionBuilder(unions, names, commonMembers, classes, objects, discriminators);
        var untagged = new UntaggedUnionBuilder(unions, resolver, problems);
        var schemas = new TypeBuilder(unions, types, names, docs, objects, discriminated, untagged, problems);
        var headers = new HeadersBuilder(resolver, names, problems);
        var parameters = new ParameterBuilder(unions, resolver, problems);
        var bodies = new BodyBuilder(unions, resolver, new PartBuilder(unions, resolver, docs, problems), problems);
        var results = new ResultBuilder(resolver, names, problems);
        var methods = new OperationBuilder(servers, names, security, parameters, bodies, results, links, problems);

        var groupDocs = new GroupDocs(document.Document, links);
        var fileNames = new FileNames(options.Namespace);
        List<TypesFile> typesFiles = BuildTypes();
        List<GroupModel> groups = operations.Groups.Where(static group => group.IsWanted).Select(BuildGroup).ToList();
        OperationDefaults? defaults = CommonOptions.Of(groups);
        groups = groups.ConvertAll(group => CommonOptions.Apply(group, defaults, names.Client));
        ServersModel? serversModel = ServersBuilder.Build(servers, names, problems);
        var files = new List<FileModel>([.. typesFiles, .. BuildGroupFiles(), BuildClient()]);
        if (serversModel is not null)
        {
            files.Add(new ServersFile
            {
                HintName = fileNames.Assign(serversModel.Name),
                Namespace = options.Namespace,
                Access = options.Access,
                Resolver = names.Resolver,
                Servers = serversModel,
            });
        }

        List<TypeModel> typeModels = typesFiles.SelectMany(static file => file.Types)
            .Concat(groups.SelectMany(static group => group.Types))
            .ToList();
        files.Add(new ResolverFile
        {
            HintName = fileNames.Assign(names.Resolver),
            Namespace = options.Namespace,
            Access = options.Access,
            Resolver = names.Resolver,
            ClientName = names.Client,
            TypeNames = typeModels
                .SelectMany(static type => type is UnionModel union ? new[] { union.Name, union.Unknown.Name } : [type.Name])
                .OrderBy(static name => name, StringComparer.Ordinal)
                .ToEquatable(),
            HasEnumerations = typeModels.Exists(static type => type is EnumModel),
        });

        // Roslyn compares a step's items by position: the order by name keeps an edit from moving the others.
        return new DocumentModel { Files = files.OrderBy(static file => file.HintName, StringComparer.Ordinal).ToEquatable() };

        List<TypesFile> BuildTypes()
        {
            var homes = new List<(string Name, EquatableArray<TypeModel> Types)>();
            foreach (string component in unions.Schemas.Components.Keys)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Add(null, schemas.OfComponent(component));
            }

            foreach (TypeHome home in types.SharedHomes)
            {
                Add(null, schemas.At(home));
            }

            if (homes.Count > FileNames.Few)
            {
                homes = homes.GroupBy(static home => FileNames.BucketOf(home.Name, "Models"))
                    .OrderBy(static bucket => bucket.Key, StringComparer.Ordinal)
                    .Select(static bucket => (bucket.Key,
                        bucket.OrderBy(static home => home.Name, StringComparer.Ordinal)
                            .SelectMany(static home => home.Types)
                            .ToEquatable()))
                    .ToList();
            }

            Add(names.Stem + "Webhooks", schemas.At(new TypeHome(HomeKind.Webhooks, "")));
            return homes.ConvertAll(home => new TypesFile
            {
                HintName = fileNames.Assign(home.Name),
                Namespace = options.Namespace,
                Access = options.Access,
                Resolver = names.Resolver,
                Types = home.Types,
            });

            void Add(string? name, IEnumerable<TypeModel> models)
            {
                EquatableArray<TypeModel> built = models.ToEquatable();
                if (built.Count > 0)
                {
                    homes.Add((name ?? built[0].Name, built));
                }
            }
        }

        IEnumerable<GroupsFile> BuildGroupFiles()
        {
            IEnumerable<(string Name, EquatableArray<GroupModel> Groups)> homes = groups.Count > FileNames.Few
                ? groups.GroupBy(static group => FileNames.BucketOf(group.Name, "Groups"))
                    .OrderBy(static bucket => bucket.Key, StringComparer.Ordinal)
                    .Select(static bucket => (bucket.Key, bucket.OrderBy(static group => group.Name, StringComparer.Ordinal).ToEquatable()))
                : groups.Select(static group => (group.Name, new EquatableArray<GroupModel>([group])));
            return homes.Select(home => new GroupsFile
            {
                HintName = fileNames.Assign(home.Name),
                Namespace = options.Namespace,
                Access = options.Access,
                Resolver = names.Resolver,
                Groups = home.Groups,
            });
        }

        GroupModel BuildGroup(GroupPlan group)
        {
            cancellationToken.ThrowIfCancellationRequested();
            List<PlannedOperation> wanted = group.Operations.Where(static operation => operation.IsWanted).ToList();
            return new GroupModel
            {
                Name = names.Groups[group.Key],
                Doc = groupDocs.Of(group),
                Operations = wanted.SelectMany(methods.Build).ToEquatable(),
                Headers = headers.Build(HeaderSets(wanted).Where(static set => !set.Owner.IsComponents)),
                Types = schemas.At(new TypeHome(HomeKind.Group, group.Key)).ToEquatable(),
            };
        }

        ClientFile BuildClient() => new()
        {
            HintName = fileNames.Assign(names.Client),
            Namespace = options.Namespace,
            Access = options.Access,
            Resolver = names.Resolver,
            Client = ClientBuilder.Build(
                document.Document,
                operations,
                groupDocs,
                links,
                names,
                security,
                serversModel,
                servers.BasePath) with { Defaults = defaults },
            Headers = headers.Build(HeaderSets(operations.Wanted).Where(static set => set.Owner.IsComponents)),
        };
    }

    private static IEnumerable<HeaderSetPlan> HeaderSets(IEnumerable<PlannedOperation> operations)
        => operations.Select(static operation => operation.Headers).OfType<HeaderSetPlan>();
}
