using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace OgGen.Generator.Tests.Harness;

/// <summary>Walks everything that an object holds, and finds what would keep a compilation alive or make two equal values differ.</summary>
internal static class ObjectGraph
{
    /// <summary>Where the graph holds something of the compiler's; empty if nowhere.</summary>
    public static IReadOnlyList<string> FindCompilerObjects(object root)
    {
        var found = new List<string>();
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var pending = new Stack<(object Value, string Path)>();
        pending.Push((root, root.GetType().Name));
        while (pending.TryPop(out (object Value, string Path) next))
        {
            // Values of a struct have no identity; their contents are walked each time.
            if (!next.Value.GetType().IsValueType && !seen.Add(next.Value))
            {
                continue;
            }

            // With `is`, as what travels is a CSharpCompilation or a SourceMemberContainerSymbol.
            if (next.Value is Compilation or ISymbol or SyntaxNode or SyntaxTree or SyntaxToken or Location or AdditionalText
                or SourceText or AnalyzerConfigOptions or AnalyzerConfigOptionsProvider or SemanticModel or Diagnostic)
            {
                found.Add($"{next.Path}: {next.Value.GetType().Name}");
                continue;
            }

            foreach ((object child, string name) in Children(next.Value))
            {
                pending.Push((child, next.Path + "." + name));
            }
        }

        return found;
    }

    private static IEnumerable<(object Child, string Name)> Children(object value)
    {
        Type type = value.GetType();
        if (type.IsPrimitive || type.IsEnum || value is string or Type or Pointer)
        {
            yield break;
        }

        if (value is IEnumerable items)
        {
            int i = 0;
            foreach (object? item in items)
            {
                if (item is not null)
                {
                    yield return (item, $"[{i++}]");
                }
            }
        }

        for (Type? declaring = type; declaring is not null; declaring = declaring.BaseType)
        {
            foreach (FieldInfo field in declaring.GetFields(
                BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                if (field.GetValue(value) is { } child)
                {
                    yield return (child, field.Name);
                }
            }
        }
    }
}
