using OgGen.Generator.Common;
using OgGen.Generator.Document;

namespace OgGen.Generator.Live;

/// <summary>
/// The projects of an editor as they were last checked. Only values are kept: an edit of C# makes a new compilation and checks no document.
/// </summary>
internal sealed class LiveProjects(LiveCheck check)
{
    private readonly Dictionary<string, LiveProject> _projects = new(StringComparer.Ordinal);

    /// <summary>The project with these files.</summary>
    /// <param name="name">The name of the project's assembly.</param>
    /// <param name="files">The files as the compiler lists them.</param>
    /// <param name="cancellationToken">Ends the search for the files that documents refer to.</param>
    public LiveProject With(string name, EquatableArray<SpecFile> files, CancellationToken cancellationToken)
    {
        lock (_projects)
        {
            _projects.TryGetValue(name, out LiveProject? before);
            LiveProject project = LiveProject.Of(files, before, check, cancellationToken);
            _projects[name] = project;
            return project;
        }
    }
}
