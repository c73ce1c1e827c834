using System.Text.Json;
using OgGen.Documents.Inheritance;
using OgGen.Json;

namespace OgGen.Documents.Tests.Inheritance;

/// <summary>Types that inherit from types that inherit from a base with a discriminator.</summary>
[TestClass]
public sealed class LevelTests
{
    [TestMethod]
    public async Task What_is_made_of_a_type_stands_for_it()
    {
        await using var server = new RawServer(RawServer.Answer(200, """{"kind":"Taxi","id":1,"doors":4,"licence":"A1"}"""));
        using var client = new InheritanceClient(server.Address);

        Car car = await client.Default.PutCarAsync(new Taxi { Id = 1, Doors = 4, Licence = "A1" });

        Assert.AreEqual(("Taxi", 4L, "A1"), (car.Kind, car.Doors, Assert.IsInstanceOfType<Taxi>(car).Licence));
        Assert.AreEqual("""{"kind":"Taxi","id":1,"doors":4,"licence":"A1"}""", server.Requests[0].Text);
    }

    [TestMethod]
    [DataRow("""{"kind":"Car","id":1,"doors":4}""", typeof(Car))]
    [DataRow("""{"id":1,"doors":4}""", typeof(Car))]
    [DataRow("""{"kind":"Coupe","id":1,"new":"x"}""", typeof(Car))]
    [DataRow("""{"kind":"Taxi","id":1,"licence":"A1","kin":{"kind":"Limousine","id":2,"licence":"B","bar":true}}""", typeof(Taxi))]
    [DataRow("""{"id":1,"licence":"A1","doors":2,"kind":"Taxi"}""", typeof(Taxi))]
    [DataRow("""{"kind":"Limousine","id":1,"licence":"A1","bar":true,"colors":["red"],"taxi":"t","seats":5}""", typeof(Limousine))]
    [DataRow("""{"kind":"Boat","id":1,"sails":2}""", typeof(Car))]
    public void A_middle_type_is_read_as_what_the_object_names_below_it(string json, Type expected)
    {
        Car car = JsonModel.Parse<Car>(json);

        Assert.AreEqual(expected, car.GetType());
        AssertSame(json, JsonModel.ToJson(car));
    }

    [TestMethod]
    [DataRow("""{"kind":"Car","id":1,"doors":4}""", typeof(Car))]
    [DataRow("""{"kind":"Taxi","id":1,"licence":"A1"}""", typeof(Taxi))]
    [DataRow("""{"kind":"Limousine","id":1,"licence":"A1","bar":true}""", typeof(Limousine))]
    [DataRow("""{"kind":"Boat","id":1,"sails":2}""", typeof(Boat))]
    [DataRow("""{"kind":"Train","id":1,"doors":4}""", typeof(UnknownVehicle))]
    [DataRow("""{"kind":"Taxi","id":1,"doors":4}""", typeof(UnknownVehicle))]
    public void The_base_is_read_as_any_of_them(string json, Type expected)
    {
        Vehicle vehicle = JsonModel.Parse<Vehicle>(json);

        Assert.AreEqual(expected, vehicle.GetType());
        Assert.AreEqual(json, JsonModel.ToJson(vehicle));
    }

    [TestMethod]
    public void Members_lists_and_alternatives_of_a_middle_type_hold_what_is_below_it()
    {
        const string taxi = """{"kind":"Taxi","id":1,"licence":"A1"}""";
        string json =
            $$"""{"vehicle":{{taxi}},"car":{{taxi}},"taxi":{{taxi}},"cars":[{{taxi}},{"kind":"Car","id":2}],"carOrText":{{taxi}}}""";

        Garage garage = JsonModel.Parse<Garage>(json);

        Assert.IsTrue(
            new Car?[] { garage.Car, garage.Taxi, garage.Cars![0], garage.CarOrText!.Car, garage.Vehicle as Car }.All(
                static car => car is Taxi { Licence: "A1" }));
        Assert.AreEqual(json, JsonModel.ToJson(garage));
    }

    [TestMethod]
    public void An_object_that_does_not_fit_the_type_it_names_is_an_error()
        => StringAssert.Contains(
            Assert.ThrowsExactly<JsonException>(() => JsonModel.Parse<Car>("""{"kind":"Taxi","id":1}""")).Message, "'licence'");

    [TestMethod]
    public void The_nearest_type_is_matched()
    {
        Vehicle[] vehicles =
        [
            new Car { Id = 1 },
            new Taxi { Id = 1, Licence = "A" },
            new Limousine { Id = 1, Licence = "A", Bar = true },
            new Boat { Id = 1 },
        ];

        string[] names = [.. vehicles.Select(static vehicle => vehicle.Match(
            limousine: static _ => "limousine",
            car: static _ => "car",
            taxi: static _ => "taxi",
            boat: static _ => "boat",
            unknown: static _ => "unknown"))];

        CollectionAssert.AreEqual(new[] { "car", "taxi", "limousine", "boat" }, names);
    }

    [TestMethod]
    public void Members_without_a_property_of_their_own_are_those_of_the_class_above()
    {
        var taxi = JsonModel.Parse<Taxi>("""{"kind":"Taxi","id":1,"licence":"A1","seats":5}""");

        Car car = taxi;
        Assert.AreEqual(5, car.ExtraProperties["seats"]);
        Assert.AreEqual("""{"kind":"Taxi","id":1,"licence":"A1","seats":5}""", JsonModel.ToJson(car));
    }

    [TestMethod]
    [DataRow("""{"@odata.type":"#g.dir","dn":"d"}""", typeof(Dir))]
    [DataRow("""{"@odata.type":"#g.app","dn":"d","appId":"a"}""", typeof(App))]
    [DataRow("""{"@odata.type":"#g.user","dn":"d","mail":"m"}""", typeof(User))]
    public void A_middle_type_may_have_the_discriminator_once_more(string json, Type expected)
    {
        Assert.AreEqual(expected, JsonModel.Parse<Dir>(json).GetType());
        Assert.AreEqual(expected, JsonModel.Parse<Entity>(json).GetType());
        Assert.AreEqual(json, JsonModel.ToJson(JsonModel.Parse<Dir>(json)));
    }

    [TestMethod]
    public void Each_object_has_the_value_of_its_own_type()
    {
        Dir[] dirs = [new Dir(), new App { AppId = "a" }, new User()];

        Assert.AreEqual("#g.dir #g.app #g.user", string.Join(' ', dirs.Select(static dir => dir.OdataType)));
        Assert.AreEqual("""{"@odata.type":"#g.app","appId":"a"}""", JsonModel.ToJson(dirs[1]));
    }

    [TestMethod]
    public void A_discriminator_below_a_discriminator_tells_the_rest()
    {
        const string json = """{"family":"round","form":"ring","hole":2}""";

        Assert.AreEqual(2, Assert.IsInstanceOfType<Ring>(JsonModel.Parse<Shape>(json)).Hole);
        Assert.AreEqual(2, Assert.IsInstanceOfType<Ring>(JsonModel.Parse<Round>(json)).Hole);
        Assert.AreEqual("""{"family":"round","form":"ring","hole":1}""", JsonModel.ToJson<Shape>(new Ring { Hole = 1 }));
        Assert.AreEqual(
            "square", Assert.IsInstanceOfType<UnknownRound>(JsonModel.Parse<Shape>("""{"family":"round","form":"square"}""")).Form);
    }

    private static void AssertSame(string expected, string actual)
    {
        using JsonDocument left = JsonDocument.Parse(expected), right = JsonDocument.Parse(actual);
        Assert.IsTrue(JsonElement.DeepEquals(left.RootElement, right.RootElement), actual);
    }
}
