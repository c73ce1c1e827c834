using System.IO.Compression;
using System.Xml.Linq;

namespace OgGen.Package.Tests.Harness;

/// <summary>A packed file.</summary>
internal sealed record PackageFile(string Path)
{
    /// <summary>Every entry but those of the container itself, in ordinal order.</summary>
    public IReadOnlyList<string> Entries
    {
        get
        {
            using ZipArchive archive = ZipFile.OpenRead(Path);
            return [.. archive.Entries
                .Select(static entry => entry.FullName)
                .Where(static name =>
                    name is not ("_rels/.rels" or "[Content_Types].xml") && !name.StartsWith("package/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)];
        }
    }

    /// <summary>The bytes of an entry.</summary>
    public byte[] Read(string entry)
    {
        using ZipArchive archive = ZipFile.OpenRead(Path);
        using Stream stream = archive.GetEntry(entry)?.Open() ?? throw new InvalidOperationException($"{Path} has no {entry}");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    /// <summary>The metadata of the package.</summary>
    public XElement Metadata
    {
        get
        {
            using var stream = new MemoryStream(Read(Entries.Single(static name => name.EndsWith(".nuspec", StringComparison.Ordinal))));
            return XDocument.Load(stream).Root!.Elements().Single(static element => element.Name.LocalName == "metadata");
        }
    }

    /// <summary>Each dependency as `framework: id version exclude`.</summary>
    public IReadOnlyList<string> Dependencies
        => [.. Metadata.Descendants()
            .Where(static element => element.Name.LocalName == "dependency")
            .Select(static element => string.Join(
                ' ',
                (element.Parent!.Attribute("targetFramework")?.Value ?? "any") + ":",
                element.Attribute("id")!.Value,
                element.Attribute("version")!.Value,
                element.Attribute("exclude")?.Value ?? "nothing").Replace(PackedFeed.Version, "$version", StringComparison.Ordinal))];
}
