using System.Reflection;
using OgGen.Generator.Diagnostics;

namespace OgGen.Generator.Tests.Architecture;

/// <summary>The phases are functions with results.</summary>
[TestClass]
public sealed class StateTests
{
    [TestMethod]
    [DataRow("Planning")]
    [DataRow("Building")]
    public void No_type_has_state_that_changes(string folder)
        => CodeBase.AssertNone(StateRules.MutableState(CodeBase.Generator, folder));

    [TestMethod]
    [DataRow("class P { int x; }", "P.x can be set again")]
    [DataRow("class P { static int s_x; }", "P.s_x can be set again")]
    [DataRow("struct P { int x; }", "P.x can be set again")]
    [DataRow("class P { class Q { int x; } }", "Q.x can be set again")]
    [DataRow("class P { public int X { get; set; } }", "P.X can be set again")]
    [DataRow("class P { public int X { get; private set; } }", "P.X can be set again")]
    [DataRow("record P { public int X { get; set; } }", "P.X can be set again")]
    [DataRow("class P { public static int X { get; set; } }", "P.X can be set again")]
    [DataRow("class P { public int X { get => field; set; } }", "P.X can be set again")]
    [DataRow("class P { event Action? X; }", "P.X can be set again")]
    [DataRow("class P(int x) { public int Next() => ++x; }", "P.x can be set again")]
    [DataRow("class P(int x) { public void Set(int y) => x = y; }", "P.x can be set again")]
    [DataRow("class P { readonly List<int> _x = []; }", "P._x holds a List<int>")]
    [DataRow("class P { readonly IList<int> _x = []; }", "P._x holds a IList<int>")]
    [DataRow("class P { readonly int[] _x = []; }", "P._x holds a int[]")]
    [DataRow("class P { readonly System.Text.StringBuilder _x = new(); }", "P._x holds a StringBuilder")]
    [DataRow("class P { public Dictionary<string, int> X { get; } = []; }", "P.X holds a Dictionary<string, int>")]
    [DataRow("record P(HashSet<int> X);", "P.X holds a HashSet<int>")]
    [DataRow("class P(List<int> x) { public int Count => x.Count; }", "P.x holds a List<int>")]
    [DataRow("class P { readonly Common.Counter _x = new(); }", "P._x holds a Counter")]
    [DataRow("class P { readonly Common.Register _x = new(); }", "P._x holds a Register")]
    [DataRow("class P { static readonly List<int> s_x = [1]; void M() => s_x.Add(2); }", "P.s_x holds a List<int>")]
    [DataRow("class P { static readonly int[] s_x = [1]; void M() => s_x[0] = 2; }", "P.s_x holds a int[]")]
    [DataRow("class P { static readonly int[] s_x = [1]; int[] M() => s_x; }", "P.s_x holds a int[]")]
    [DataRow("class P { internal static readonly int[] s_x = [1]; }", "P.s_x holds a int[]")]
    [DataRow("class P { static readonly int[] s_x = [1]; void M() => s_x[0]++; }", "P.s_x holds a int[]")]
    [DataRow("class P { static readonly List<List<int>> s_x = [[1]]; }", "P.s_x holds a List<List<int>>")]
    public void Planted_state_is_found(string code, string expected)
        => Assert.AreEqual("Planning/Planted.cs:1 " + expected, StateRules.MutableState(Planted(code), "Planning").Single());

    [TestMethod]
    [DataRow("class P { const int X = 1; readonly int _x; static readonly string s_x = \"\"; }")]
    [DataRow("record P(int X, string Y) { public required IReadOnlyList<int> Z { get; init; } }")]
    [DataRow("class P(int x) { public int Next() => x + 1; }")]
    [DataRow("class P(List<int> x) { public int Count { get; } = x.Count; readonly int _first = x.First(); }")]
    [DataRow("class P(List<int> x) : Q(x.Count); class Q(int count) { public int Count => count; }")]
    [DataRow("class P { readonly IReadOnlyDictionary<string, int> _x = new Dictionary<string, int>(); readonly ILookup<int, int>? _y; }")]
    [DataRow("class P { readonly System.Collections.Immutable.ImmutableArray<int> _x; }")]
    [DataRow("class P { static readonly HashSet<string> s_x = [\"get\"]; bool M(string s) => s_x.Contains(s); }")]
    [DataRow("class P { static readonly int[] s_x = [1]; int M() { foreach (int i in s_x) { } return s_x[0] + P.s_x.Max(); } }")]
    [DataRow("class P { static readonly int[] s_x = [1]; IReadOnlyList<int> M() => s_x; IEnumerable<int> N() => [.. s_x]; }")]
    [DataRow("class P { int M() { int sum = 0; List<int> seen = []; seen.Add(++sum); return sum; } }")]
    [DataRow("class P { readonly Common.NameScope _x = new(); readonly Common.EquatableArray _y; }")]
    [DataRow("class P { int X { get => 1; set { } } }")]
    public void What_does_not_change_is_not_found(string code)
        => CodeBase.AssertNone(StateRules.MutableState(Planted(code), "Planning"));

    [TestMethod]
    public void Nobody_learns_from_the_list_of_problems_what_is_in_it()
    {
        // Else a phase that holds it would depend on what others reported.
        IEnumerable<string> readable = typeof(Problems).GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(static member => member is FieldInfo
                || member is PropertyInfo { PropertyType: var type } && type != typeof(Problems)
                || member is MethodInfo { IsSpecialName: false, ReturnType: var result } && result != typeof(void))
            .Select(static member => member.Name);

        Assert.IsEmpty(readable);
    }

    [TestMethod]
    public void Other_folders_are_not_meant()
        => Assert.IsEmpty(StateRules.MutableState(Planted("class P { int x; }"), "Common"));

    private static CodeBase Planted(string code) => CodeBase.Of(
        ("Planning/Planted.cs", code),
        ("Types/Common.cs", """
            namespace Common;
            class Counter { int _count; public int Next() => ++_count; }
            record Register { public Counter Counter { get; } = new(); }
            class NameScope { readonly HashSet<string> _names = []; }
            readonly struct EquatableArray { readonly int[]? _items; }
            """));
}
