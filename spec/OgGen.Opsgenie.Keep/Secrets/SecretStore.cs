using System.Text.Json;
using OgGen.Opsgenie.Keep.Files;
using OgGen.Opsgenie.Keep.Json;

namespace OgGen.Opsgenie.Keep.Secrets;

/// <summary>
/// The secrets that were taken out of what is kept, by the names that stand in <c>${secret:…}</c>. Safe for several threads at once.
/// </summary>
internal sealed class SecretStore
{
    private readonly Dictionary<string, ReadOnlyMemory<byte>> _tokens = new(StringComparer.Ordinal);

    /// <summary>How many secrets there are.</summary>
    public int Count
    {
        get
        {
            lock (_tokens)
            {
                return _tokens.Count;
            }
        }
    }

    /// <summary>Keeps a secret.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="token">Its JSON.</param>
    /// <returns>What stands for it.</returns>
    public string Keep(string name, ReadOnlyMemory<byte> token)
    {
        lock (_tokens)
        {
            _tokens[name] = token;
        }

        return $"${{secret:{name}}}";
    }

    /// <summary>Reads what an earlier run has saved, so that nothing of it is lost when less can be read this time.</summary>
    /// <exception cref="InvalidDataException">The file is no file of secrets.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be read.</exception>
    public void Load(string path)
    {
        if (!File.Exists(path))
        {
            return;
        }

        JsonPiece piece;
        try
        {
            piece = JsonPieces.Read(File.ReadAllBytes(path));
        }
        catch (JsonException)
        {
            throw new InvalidDataException($"{path} is there already and is no file of secrets: it is not JSON.");
        }

        if (piece is not JsonMembers members || members.Items.Any(static member => member.Value is not JsonScalar))
        {
            throw new InvalidDataException($"{path} is there already and is no file of secrets: it is not an object of single values.");
        }

        foreach (JsonMember member in members.Items)
        {
            Keep(member.Name, ((JsonScalar)member.Value).Token);
        }
    }

    /// <summary>Writes all secrets as a JSON object, for the owner alone.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be written.</exception>
    public void Save(string path)
    {
        lock (_tokens)
        {
            IEnumerable<JsonMember> members = _tokens.Select(
                static pair => new JsonMember(pair.Key, JsonTokens.Of(pair.Key), new JsonScalar(pair.Value)));
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            WholeFile.Write(path, StableJson.Write(new JsonMembers([.. members])), isPrivate: true);
        }
    }
}
