using System.Runtime.CompilerServices;
using OgGen.Generator.Document.References;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests.Incremental;

/// <summary>An editor that is open for a day keeps no compilation of the morning alive.</summary>
[TestClass]
public sealed class LifetimeTests
{
    private const int Edits = 200;

    [TestMethod]
    public void After_200_edits_no_compilation_but_the_last_is_alive()
    {
        var session = new GeneratorSession([TestDocuments.Petstore]);

        List<WeakReference> compilations = Edit(session);

        Assert.HasCount(Edits, compilations);
        Assert.IsEmpty(Alive(compilations).Where(compilation => compilation != session.Compilation));
        GC.KeepAlive(session);
    }

    [TestMethod]
    public void A_compilation_that_something_holds_is_seen_to_be_alive()
    {
        var session = new GeneratorSession([TestDocuments.Petstore]);
        object held = session.Compilation;
        var reference = new WeakReference(held);
        Edit(session);

        Assert.AreSame(held, Alive([reference]).Single());
        GC.KeepAlive(held);
    }

    // In a method of its own, as a local variable may live until its method ends.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static List<WeakReference> Edit(GeneratorSession session)
    {
        var compilations = new List<WeakReference>();
        for (int i = 0; i < Edits; i++)
        {
            session.EditCode($"class C {{ int _i = {i}; }}");
            if (i % 20 == 0)
            {
                session.Edit(
                    TestDocuments.Petstore,
                    TestDocuments.Petstore.Text!.Replace("How many at most.", $"At most {i}.", StringComparison.Ordinal));
            }

            compilations.Add(new WeakReference(session.Compilation));
        }

        return compilations;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static object[] Alive(List<WeakReference> references)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        return [.. references.Select(static reference => reference.Target).OfType<object>()];
    }
}
