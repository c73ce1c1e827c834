using OgGen.Generator.Document.Reading;

namespace OgGen.Generator.Tests.Document.Reading;

/// <summary>Paths of a walk: they say where they are, or that it is too late to ask.</summary>
[TestClass]
public sealed class NodePathTests
{
    [TestMethod]
    public void A_path_has_the_pointer_of_its_location()
    {
        NodePath path = NodePath.Root().Child("paths").Child("/a~b").Child(3);

        Assert.AreEqual("/paths/~1a~0b/3", path.Pointer);
        Assert.AreEqual(path.Pointer, path.Location.Pointer);
        Assert.AreEqual("/paths/~1a~0b/3/x", NodePath.From(path.Location).Child("x").Pointer);
        Assert.AreEqual("", NodePath.Root().Pointer);
    }

    [TestMethod]
    public void A_location_outlives_the_walk()
    {
        NodePath parent = NodePath.Root().Child("a");
        NodeLocation first = parent.Child(0).Location;
        NodePath second = parent.Child(1);

        Assert.AreEqual("/a/0", first.Pointer);
        Assert.AreEqual("/a/1", second.Pointer);
        Assert.AreEqual("/a", parent.Pointer);
    }

    [TestMethod]
    public void A_path_that_the_walk_has_left_gives_no_other_location()
    {
        NodePath root = NodePath.Root();
        NodePath left = root.Child("a");
        NodePath below = left.Child("b");
        Assert.AreEqual("/a/b", below.Pointer);
        root.Child("c");

        Assert.ThrowsExactly<InvalidOperationException>(() => left.Pointer);
        Assert.ThrowsExactly<InvalidOperationException>(() => left.Location);
        Assert.ThrowsExactly<InvalidOperationException>(() => left.Child("b"));
        Assert.ThrowsExactly<InvalidOperationException>(() => left.Child(0));
        Assert.ThrowsExactly<InvalidOperationException>(() => below.Pointer);
        Assert.ThrowsExactly<InvalidOperationException>(() => below.Child("d").Pointer);
    }
}
