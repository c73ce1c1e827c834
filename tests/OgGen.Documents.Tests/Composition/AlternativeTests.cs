using System.Text.Json;
using OgGen.Documents.Composition;
using OgGen.Json;

namespace OgGen.Documents.Tests.Composition;

/// <summary>Alternatives, and what stands beside them.</summary>
[TestClass]
public sealed class AlternativeTests : CompositionTest
{
    [TestMethod]
    public async Task Each_variant_has_the_members_beside_it()
    {
        Payment card = (await EchoAsync("""{"payment":{"amount":1.5,"note":"n","number":"4","cvc":"1"}}""")).Payment!;
        Payment transfer = (await EchoAsync("""{"payment":{"iban":"DE","amount":2,"new":true}}""")).Payment!;

        Assert.AreEqual((1.5, "n", "4"), card.Match(static c => (c.Amount, c.Note, c.Number), static _ => default, static _ => default));
        Assert.AreEqual((2.0, "DE"), transfer.Match(static _ => default, static t => (t.Amount, t.Iban), static _ => default));
    }

    [TestMethod]
    [DataRow("""{"payment":{"amount":1.5}}""")]
    [DataRow("""{"payment":{"amount":1.5,"number":4}}""")]
    public async Task What_fits_no_variant_is_kept_as_JSON(string json)
        => Assert.IsNotNull((await EchoAsync(json)).Payment!.Json);

    [TestMethod]
    public async Task Alternatives_within_allOf_are_alternatives_of_the_whole()
    {
        Reminder at = (await EchoAsync("""{"reminder":{"text":"t","at":"2027-04-05T00:00:00Z"}}""")).Reminder!;
        Reminder after = (await EchoAsync("""{"reminder":{"minutes":5,"text":"t"}}""")).Reminder!;

        Assert.AreEqual("t at", at.Match(static a => a.Text + " at", static a => a.Text + " after", static _ => ""));
        Assert.AreEqual("t after", after.Match(static a => a.Text + " at", static a => a.Text + " after", static _ => ""));
    }

    [TestMethod]
    [DataRow("""{"either":{"a":"x"}}""")]
    [DataRow("""{"either":{"b":"y","c":null}}""")]
    public async Task Alternatives_that_only_require_members_make_no_types(string json)
        => Assert.IsInstanceOfType<ApiModel>((await EchoAsync(json)).Either);

    [TestMethod]
    public async Task Members_are_required_and_overridden_by_later_parts()
    {
        Employee employee = (await EchoAsync(
            """{"employee":{"name":"n","status":"active","salary":1.10,"address":{"city":"c"}}}""")).Employee!;

        Assert.AreEqual(EmployeeStatus.Active, employee.Status);
        Assert.AreEqual(("n", 1.10m, "c"), (employee.Name, employee.Salary, employee.Address!.City));
        Assert.ThrowsExactly<System.Text.Json.JsonException>(() => JsonModel.Parse<Employee>("""{"name":"n"}"""));
    }

    [TestMethod]
    public async Task Limits_of_one_value_are_the_type_that_says_most()
        => Assert.AreEqual(Guid.Empty, (await EchoAsync("""{"code":"00000000-0000-0000-0000-000000000000"}""")).Code);

    [TestMethod]
    [DataRow("small")]
    [DataRow("medium")]
    public async Task A_text_or_one_of_some_texts_is_an_open_enumeration(string model)
        => Assert.AreEqual(model, (await EchoAsync($$"""{"model":"{{model}}"}""")).Model!.Value.Value);

    [TestMethod]
    [DataRow("""{"nullableRef":null}""")]
    [DataRow("""{"nullableRef":{"city":"c"}}""")]
    [DataRow("""{"refOrNull":null,"partsOrNull":null}""")]
    [DataRow("""{"partsOrNull":{"city":"c"}}""")]
    [DataRow("""{"refOrNull":{"city":"c"}}""")]
    public async Task A_reference_may_be_null(string json) => await EchoAsync(json);

    [TestMethod]
    public async Task A_part_that_only_says_it_is_an_object_makes_a_type_of_a_component_alone()
    {
        Box box = await EchoAsync("""{"partsOrNull":{"city":"c"},"delivery":{"city":"d"}}""");

        Address parts = box.PartsOrNull!;
        Delivery delivery = box.Delivery!;
        Assert.AreEqual(("c", "d"), (parts.City, delivery.City));
    }

    [TestMethod]
    public async Task A_part_that_requires_a_member_of_another_makes_a_type_of_its_own()
    {
        Box box = await EchoAsync("""{"requiredPart":{"city":"c"}}""");

        Assert.AreEqual("c", box.RequiredPart!.City);
        JsonException missing = Assert.ThrowsExactly<JsonException>(static () => JsonModel.Parse<BoxRequiredPart>("{}"u8));
        Assert.Contains("'city'", missing.Message);
    }

    [TestMethod]
    [DataRow("""{"limits":"none"}""")]
    [DataRow("""{"limits":{"max":5}}""")]
    [DataRow("""{"limits":7}""")]
    [DataRow("""{"json":{"a":[1,"b",{"c":true,"d":{}}],"e":1.5}}""")]
    public async Task Scalars_lists_and_objects_may_be_alternatives(string json) => await EchoAsync(json);

    [TestMethod]
    [DataRow("""{"message":{"channel":"mail","to":"t","subject":"s"}}""", typeof(Mail))]
    [DataRow("""{"message":{"kind":"voice","to":"t","channel":"call"}}""", typeof(Voice))]
    [DataRow("""{"message":{"channel":"call","kind":"screen","to":"t","width":2}}""", typeof(Video))]
    [DataRow("""{"message":{"channel":"call","kind":"new","to":"t","more":[1]}}""", typeof(UnknownCall))]
    [DataRow("""{"message":{"channel":"new","kind":"voice","to":"t"}}""", typeof(UnknownMessage))]
    public async Task A_variant_may_be_a_union_by_another_member(string json, Type expected)
    {
        Message message = (await EchoAsync(json)).Message!;

        Assert.IsInstanceOfType(message, expected);
        Assert.AreEqual("t", message.To);
        Assert.AreEqual(json.Contains("\"call\"", StringComparison.Ordinal), message is Call);
    }

    [TestMethod]
    [DataRow("""{"mixed":true}""", "bool")]
    [DataRow("""{"mixed":1.5}""", "number")]
    [DataRow("""{"mixed":{"iban":"DE","new":1}}""", "transfer")]
    [DataRow("""{"mixed":{"city":"c"}}""", "address")]
    [DataRow("""{"mixed":["a",1,"b"]}""", "list")]
    [DataRow("""{"mixed":[]}""", "list")]
    [DataRow("""{"mixed":"text"}""", "json")]
    public async Task Alternatives_may_be_alternatives_themselves(string json, string expected)
    {
        Mixed mixed = (await EchoAsync(json)).Mixed!;

        Assert.AreEqual(expected, mixed.Match(
            static scalar => scalar.Match(static _ => "bool", static _ => "number", static _ => "json"),
            static thing => thing.Match(static _ => "transfer", static _ => "address", static _ => "json"),
            static _ => "list",
            static _ => "json"));
    }

    [TestMethod]
    [DataRow("""{"place":{"land":"l"}}""", "known")]
    [DataRow("""{"place":{"cell":"A1"}}""", "exact")]
    [DataRow("""{"place":{"planet":"p"}}""", "json")]
    public async Task What_fits_none_of_the_inner_alternatives_is_left_to_the_next(string json, string expected)
        => Assert.AreEqual(expected, (await EchoAsync(json)).Place!.Match(static _ => "known", static _ => "exact", static _ => "json"));
}
