using OgGen.Generator.Document.Checks;
using OgGen.Generator.Document.References;
using OgGen.Generator.Document.Swagger2;
using static OgGen.Generator.Document.Passes.TreeProperty;

namespace OgGen.Generator.Document.Passes;

/// <summary>The passes over a document's tree, in their order. Each relies on properties that earlier passes establish.</summary>
internal static class DocumentPasses
{
    /// <summary>The properties of a parsed tree.</summary>
    public static TreeProperty[] Parsed { get; } = [HasTextPointers];

    /// <summary>The properties that Microsoft.OpenApi and the model rely on.</summary>
    public static TreeProperty[] Wanted { get; } =
    [
        IsWithinLimits, RefersToComponents, HasShortChains, IsWellTyped, HasDescribedRequirements, HasPlainPaths, IsVersion3,
    ];

    public static DocumentPass[] All { get; } =
    [
        // Limits: first, so that all later passes are bounded.
        Pass(
            [HasTextPointers],
            [IsWithinLimits],
            static (tree, input) => TreeLimits.Apply(tree.Root, input.Problems, input.CancellationToken)),

        // References: imports elements from other files, and those that are no components.
        Pass([HasTextPointers, IsWithinLimits], [RefersToComponents],
            static (tree, input) => ReferenceImport.Run(input.Sources, tree.Root, input.Map, input.Problems, input.CancellationToken)),

        // Chains: cut or shortened when all are complete, those through other files too. From here on, ComponentResolver follows
        // references.
        Pass([HasTextPointers, RefersToComponents], [HasShortChains], static (tree, input) =>
        {
            SchemaChains.Cut(tree.Root, input.Problems, input.CancellationToken);
            ComponentChains.Shorten(tree.Root, input.Problems, input.CancellationToken);
        }),

        // Repair: after the references, because keywords beside a `$ref` have another meaning before. Unusable extensions of ours are
        // removed last.
        Pass([HasTextPointers, RefersToComponents], [IsWellTyped], static (tree, input) =>
        {
            TreeRepair.Run(tree.Root, input.Problems, input.CancellationToken);
            ExtensionChecks.Run(tree.Root, input.Problems, input.CancellationToken);
        }),

        // Requirements: names that are required and not described are removed, before values are checked against them.
        Pass([HasTextPointers, RefersToComponents, HasShortChains, IsWellTyped], [HasDescribedRequirements],
            static (tree, input) => RequiredNames.Run(tree.Root, input.Problems, input.CancellationToken)),

        // Queries in paths: their parameters may be components.
        Pass([HasTextPointers, RefersToComponents, HasShortChains, IsWellTyped], [HasPlainPaths],
            static (tree, input) => QueryTemplates.Rewrite(tree.Root, input.Map, input.Sources.Root, input.Problems)),

        // Checks: report contradictions, and change nothing.
        Pass([HasTextPointers, RefersToComponents, HasShortChains, IsWellTyped, HasDescribedRequirements], [],
            static (tree, input) => DocumentChecks.Run(tree.Root, input.Problems, input.CancellationToken)),

        // Upgrade: last, because it makes a new tree with other JSON pointers.
        new(
            Needs: [RefersToComponents, HasShortChains, IsWellTyped, HasDescribedRequirements, HasPlainPaths],
            Gives: [IsVersion3],
            Ends: [HasTextPointers],
            static (tree, input) => Swagger2Upgrade.Is(tree.Root) ? Swagger2Upgrade.Upgrade(tree.Root, input.CancellationToken) : tree),
    ];

    public static DocumentTree Run(DocumentTree tree, PassInput input) => All.Aggregate(tree, (current, pass) => pass.Run(current, input));

    /// <summary>A pass that changes the tree in place.</summary>
    private static DocumentPass Pass(TreeProperty[] needs, TreeProperty[] gives, Action<DocumentTree, PassInput> run)
        => new(needs, gives, [], (tree, input) =>
        {
            run(tree, input);
            return tree;
        });
}
