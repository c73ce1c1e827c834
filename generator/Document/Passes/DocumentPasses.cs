using OgGen.Generator.Document.Checks;
using OgGen.Generator.Document.References;
using OgGen.Generator.Document.Swagger2;
using static OgGen.Generator.Document.Passes.TreeProperty;

namespace OgGen.Generator.Document.Passes;

/// <summary>The passes over a document's tree, in their order. What each needs was given by one before it.</summary>
internal static class DocumentPasses
{
    /// <summary>What holds of a tree as it was parsed.</summary>
    public static TreeProperty[] Parsed { get; } = [HasTextPointers];

    /// <summary>What Microsoft.OpenApi and the model rely on.</summary>
    public static TreeProperty[] Wanted { get; } = [IsWithinLimits, RefersToComponents, HasShortChains, IsWellTyped, HasDescribedRequirements, HasPlainPaths, IsVersion3];

    public static DocumentPass[] All { get; } =
    [
        // Limits: first, as all that follows costs what a document has.
        Pass([HasTextPointers], [IsWithinLimits], static (tree, input) => TreeLimits.Apply(tree.Root, input.Problems, input.CancellationToken)),

        // References: brings in what stands in other files or in the middle of the document.
        Pass([HasTextPointers, IsWithinLimits], [RefersToComponents],
            static (tree, input) => ReferenceImport.Run(input.Sources, tree.Root, input.Map, input.Problems, input.CancellationToken)),

        // Chains: cut or shortened once all of them are there, those through other files too; from here on, references are followed by ComponentResolver.
        Pass([HasTextPointers, RefersToComponents], [HasShortChains], static (tree, input) =>
        {
            SchemaChains.Cut(tree.Root, input.Problems, input.CancellationToken);
            ComponentChains.Shorten(tree.Root, input.Problems, input.CancellationToken);
        }),

        // Repair: after the references, as what stands beside a `$ref` means something else before. Extensions of ours that cannot be used go at last.
        Pass([HasTextPointers, RefersToComponents], [IsWellTyped], static (tree, input) =>
        {
            TreeRepair.Run(tree.Root, input.Problems, input.CancellationToken);
            ExtensionChecks.Run(tree.Root, input.Problems, input.CancellationToken);
        }),

        // Requirements: what is required and not described is taken out, before values are checked against it.
        Pass([HasTextPointers, RefersToComponents, HasShortChains, IsWellTyped], [HasDescribedRequirements],
            static (tree, input) => RequiredNames.Run(tree.Root, input.Problems, input.CancellationToken)),

        // Queries in paths: their parameters may be components.
        Pass([HasTextPointers, RefersToComponents, HasShortChains, IsWellTyped], [HasPlainPaths],
            static (tree, input) => QueryTemplates.Rewrite(tree.Root, input.Map, input.Sources.Root, input.Problems)),

        // Checks: report contradictions, and change nothing.
        Pass([HasTextPointers, RefersToComponents, HasShortChains, IsWellTyped, HasDescribedRequirements], [],
            static (tree, input) => DocumentChecks.Run(tree.Root, input.Problems, input.CancellationToken)),

        // Upgrade: last, as it makes another tree, whose pointers are not those of the text.
        new(Needs: [RefersToComponents, HasShortChains, IsWellTyped, HasDescribedRequirements, HasPlainPaths], Gives: [IsVersion3], Ends: [HasTextPointers],
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
