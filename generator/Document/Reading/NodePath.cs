using System.Globalization;
using System.Text;
using OgGen.Generator.Common;

namespace OgGen.Generator.Document.Reading;

/// <summary>
/// The location of a node while a tree is walked. All paths of a walk share their steps, so that a walk that reports nothing makes no
/// objects for locations. A path is valid until its parent is asked for another child; what outlives that is its
/// <see cref="Location"/>.
/// </summary>
internal readonly record struct NodePath
{
    private readonly Walk _walk;
    private readonly int _depth;

    // Of the last step: another one in its place has another number.
    private readonly int _number;

    private NodePath(Walk walk, int depth, int number)
    {
        _walk = walk;
        _depth = depth;
        _number = number;
    }

    /// <summary>The location, which is valid for good.</summary>
    /// <exception cref="InvalidOperationException">The walk has left this path.</exception>
    public NodeLocation Location
    {
        get
        {
            NodeLocation location = _walk.Start;
            foreach (Step step in Steps())
            {
                location = step.Key is { } key ? location.Child(key) : location.Child(step.Index);
            }

            return location;
        }
    }

    /// <exception cref="InvalidOperationException">The walk has left this path.</exception>
    public string Pointer
    {
        get
        {
            var text = new StringBuilder(_walk.Start.Pointer);
            foreach (Step step in Steps())
            {
                text.Append('/').Append(step.Key is { } key ? Pointers.Escape(key) : step.Index.ToString(CultureInfo.InvariantCulture));
            }

            return text.ToString();
        }
    }

    /// <summary>The path of a walk that begins at the top of a tree.</summary>
    public static NodePath Root() => From(NodeLocation.Root);

    /// <summary>The path of a walk that begins at a location.</summary>
    public static NodePath From(NodeLocation start) => new(new Walk(start), 0, 0);

    /// <exception cref="InvalidOperationException">The walk has left this path.</exception>
    public NodePath Child(string key) => Child(key, 0);

    /// <exception cref="InvalidOperationException">The walk has left this path.</exception>
    public NodePath Child(int index) => Child(null, index);

    // What is above this path is looked at when the pointer is made: a step above that is newer is seen there.
    private NodePath Child(string? key, int index)
        => _depth == 0 || _walk.Steps[_depth - 1].Number == _number
            ? new(_walk, _depth + 1, _walk.Write(_depth, key, index))
            : throw Left();

    private ReadOnlySpan<Step> Steps()
    {
        ReadOnlySpan<Step> steps = _walk.Steps.AsSpan(0, _depth);
        int last = _number;
        for (int i = _depth - 1; i >= 0; i--)
        {
            // A step is written after the ones above it.
            if (i == _depth - 1 ? steps[i].Number != last : steps[i].Number > last)
            {
                throw Left();
            }

            last = steps[i].Number;
        }

        return steps;
    }

    private static InvalidOperationException Left() => new("The walk has left this path");

    /// <summary>One key or index.</summary>
    private readonly record struct Step(string? Key, int Index, int Number);

    private sealed class Walk(NodeLocation start)
    {
        private int _written;

        public NodeLocation Start { get; } = start;

        public Step[] Steps { get; private set; } = [];

        /// <summary>Writes a step over the one that was in its place.</summary>
        /// <returns>The number of the step.</returns>
        public int Write(int depth, string? key, int index)
        {
            if (depth == Steps.Length)
            {
                Step[] steps = Steps;
                Array.Resize(ref steps, Math.Max(2 * depth, 16));
                Steps = steps;
            }

            Steps[depth] = new Step(key, index, unchecked(++_written));
            return _written;
        }
    }
}
