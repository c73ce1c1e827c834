using OgGen.Generator.Document;
using OgGen.Generator.Model;

namespace OgGen.Generator.Tests.Harness;

/// <summary>The models of documents: what tests assert that are not about printed code.</summary>
internal static class Models
{
    /// <summary>The model of a document without problems.</summary>
    public static DocumentModel Of(string text)
    {
        var file = new SpecFile
        {
            Path = Declared.Of(text).Path,
            Text = text,
            Reference = "",
            Namespace = "Sample",
            Client = "",
            Access = "",
            Tags = default,
            Paths = default,
        };
        DocumentResult result = DocumentCompiler.Compile(new SpecSources(file, default), CancellationToken.None);
        Assert.IsEmpty(result.Diagnostics);
        return result.Model;
    }

    /// <summary>The types of components, and the inline types that live with them.</summary>
    public static IEnumerable<TypeModel> Types(this DocumentModel model)
        => model.Files.OfType<TypesFile>().SelectMany(static file => file.Types);

    /// <summary>The class of a name.</summary>
    public static ObjectModel ObjectOf(this DocumentModel model, string name)
        => model.Types().OfType<ObjectModel>().Single(type => type.Name == name);

    /// <summary>All methods, in the order of the document.</summary>
    public static IEnumerable<OperationModel> Operations(this DocumentModel model)
        => model.Files.OfType<GroupsFile>().SelectMany(static file => file.Groups).SelectMany(static group => group.Operations);
}
