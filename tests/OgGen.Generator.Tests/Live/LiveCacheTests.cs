using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using OgGen.Generator.Live;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests.Live;

/// <summary>In an editor a document is checked once for all files that it reaches, and again only when one of them is another.</summary>
[TestClass]
public sealed class LiveCacheTests
{
    private const string Head = """
        openapi: 3.0.3
        info: { title: T, version: '1' }
        paths: {}

        """;

    private static readonly Declared s_pet = Part("pet", """
        type: object
        properties: { age: { type: integer, default: old } }
        """);
    private static readonly Declared s_toy = Part("toy", """
        type: object
        properties: { price: { type: number, default: cheap } }
        """);
    private static readonly Declared s_shop = Root("shop", "{ pet: { $ref: 'pet.yaml' }, toy: { $ref: 'toy.yaml' } }");
    private static readonly Declared s_zoo = Root("zoo", "{ pet: { $ref: 'pet.yaml' } }");

    [TestMethod]
    public async Task A_document_is_checked_once_for_all_files_that_are_asked_for_at_once()
    {
        var editor = new LiveEditor(s_shop, s_pet, s_toy, s_zoo);

        Assert.HasCount(2, await editor.LookAtAll());

        CollectionAssert.AreEqual(new[] { s_shop.Path, s_zoo.Path }, editor.TakeChecked());
    }

    [TestMethod]
    public async Task An_edit_of_C_sharp_checks_nothing_and_an_edit_of_a_file_the_documents_that_read_it()
    {
        var editor = new LiveEditor(s_shop, s_pet, s_toy, s_zoo);
        Assert.HasCount(2, await editor.LookAtAll());
        editor.TakeChecked();

        editor.EditCode("class C;");
        Assert.HasCount(2, await editor.LookAtAll());
        Assert.IsEmpty(editor.TakeChecked());

        editor.Edit(s_toy, "cheap", "1");
        Assert.HasCount(1, await editor.LookAtAll());
        CollectionAssert.AreEqual(new[] { s_shop.Path }, editor.TakeChecked());

        editor.Edit(s_pet, "default: old", "default: [old]");
        Assert.HasCount(1, await editor.Print(s_pet));
        CollectionAssert.AreEqual(new[] { s_shop.Path, s_zoo.Path }, editor.TakeChecked());
    }

    [TestMethod]
    public async Task Many_who_ask_at_the_same_time_get_the_same_of_one_check()
    {
        var editor = new LiveEditor(s_shop, s_pet, s_toy, s_zoo);
        using var start = new ManualResetEventSlim();
        Declared[] files = [s_pet, s_toy, s_shop, s_zoo];

        Task<string[]>[] asking = [.. Enumerable.Range(0, 16).Select(i => Task.Run(() =>
        {
            start.Wait();
            return editor.Print(files[i % files.Length]);
        }))];
        start.Set();
        string[][] told = await Task.WhenAll(asking);

        for (int i = 0; i < told.Length; i++)
        {
            CollectionAssert.AreEqual(told[i % files.Length], told[i]);
        }

        CollectionAssert.AreEqual(new[] { 1, 1, 0, 0 }, told.Take(files.Length).Select(static file => file.Length).ToArray());
        CollectionAssert.AreEqual(new[] { s_shop.Path, s_zoo.Path }, editor.TakeChecked());
    }

    [TestMethod]
    public async Task A_check_that_was_cancelled_is_made_again_for_the_next_who_asks()
    {
        var editor = new LiveEditor(s_zoo, s_pet);
        using var source = new CancellationTokenSource();
        editor.Checking = source.Cancel; // An editor cancels when somebody types on.
        await Assert.ThrowsAsync<OperationCanceledException>(() => editor.Look(s_pet, source.Token));

        Assert.HasCount(1, await editor.Print(s_pet));
        CollectionAssert.AreEqual(new[] { s_zoo.Path, s_zoo.Path }, editor.TakeChecked());
    }

    [TestMethod]
    public void A_value_is_computed_once_and_a_failure_is_nobody_elses()
    {
        int computed = 0;
        var once = new Once<string>(cancellationToken =>
        {
            computed++;
            cancellationToken.ThrowIfCancellationRequested();
            return "value " + computed;
        });

        Assert.ThrowsExactly<OperationCanceledException>(() => once.Get(new CancellationToken(canceled: true)));
        Assert.AreEqual("value 2", once.Get(CancellationToken.None));
        Assert.AreEqual("value 2", once.Get(new CancellationToken(canceled: true)));
    }

    [TestMethod]
    public async Task What_is_kept_is_values_and_no_compilation_stays_alive()
    {
        var editor = new LiveEditor(s_shop, s_pet, s_toy, s_zoo);
        List<WeakReference> compilations = await EditMuch(editor);

        Assert.IsEmpty(ObjectGraph.FindCompilerObjects(editor.Projects));
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.IsEmpty(
            compilations.Select(static reference => reference.Target)
                .OfType<Compilation>()
                .Where(compilation => compilation != editor.Compilation));
        GC.KeepAlive(editor);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<List<WeakReference>> EditMuch(LiveEditor editor)
    {
        var compilations = new List<WeakReference>();
        for (int i = 0; i < 20; i++)
        {
            editor.EditCode($"class C{i};");
            await editor.LookAtAll();
            compilations.Add(new WeakReference(editor.Compilation));
        }

        return compilations;
    }

    private static Declared Part(string name, string text) => new($"/spec/{name}.yaml", text) { Reference = "true", Namespace = "" };

    private static Declared Root(string name, string properties)
        => new(
            $"/spec/{name}.yaml",
            $"{Head}components: {{ schemas: {{ {name}: {{ type: object, properties: {properties} }} }} }}") { Namespace = name };
}
