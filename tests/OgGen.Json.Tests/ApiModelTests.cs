using System.Text.Json;

namespace OgGen.Json.Tests;

/// <summary>A model that is read and written again loses neither an explicit null nor a member that it does not know.</summary>
[TestClass]
public sealed class ApiModelTests
{
    [TestMethod]
    [DataRow("""{"id":1}""")]
    [DataRow("""{"id":1,"number":null}""")]
    [DataRow("""{"id":1,"number":0}""")]
    [DataRow("""{"id":1,"t0":null}""")]
    [DataRow("""{"id":1,"t0":"","t1":null}""")]
    [DataRow("""{"id":1,"t63":null}""")]
    [DataRow("""{"id":1,"t64":null}""")]
    [DataRow("""{"id":1,"t63":null,"t64":"x","t65":null,"t200":null}""")]
    public void An_explicit_null_is_written_back_where_null_is_allowed(string json) => Assert.AreEqual(json, Echo(json));

    [TestMethod]
    public void A_null_that_the_schema_does_not_allow_counts_as_absent()
        => Assert.AreEqual("""{"id":1}""", Echo("""{"id":1,"items":null}"""));

    [TestMethod]
    [DataRow(0)]
    [DataRow(63)]
    [DataRow(64)]
    [DataRow(200)]
    public void A_value_that_is_set_later_replaces_the_null(int index)
    {
        Sample sample = JsonModel.Parse<Sample>($$"""{"id":1,"t{{index}}":null}""");
        sample[index] = "x";
        Assert.AreEqual($$"""{"id":1,"t{{index}}":"x"}""", JsonModel.ToJson(sample));
        sample[index] = null;
        Assert.AreEqual($$"""{"id":1,"t{{index}}":null}""", JsonModel.ToJson(sample));
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(64)]
    public void Of_a_member_that_stands_twice_the_last_counts_also_as_null(int index)
    {
        Assert.AreEqual($$"""{"id":1,"t{{index}}":null}""", Echo($$"""{"id":1,"t{{index}}":"x","t{{index}}":null}"""));
        Sample sample = JsonModel.Parse<Sample>($$"""{"id":1,"t{{index}}":null,"t{{index}}":"x"}""");
        sample[index] = null;
        Assert.AreEqual("""{"id":1}""", JsonModel.ToJson(sample));
    }

    [TestMethod]
    public void Nulls_of_one_model_are_not_those_of_another()
    {
        JsonModel.Parse<Sample>("""{"id":1,"t0":null,"t64":null}""");
        Assert.AreEqual("""{"id":2}""", JsonModel.ToJson(new Sample { Id = 2 }));
    }

    [TestMethod]
    [DataRow("""{"id":1,"x":null}""")]
    [DataRow("""{"id":1,"x":1.50,"y":[true,{"z":"é"}],"":0}""")]
    [DataRow("""{"id":1,"Id":2,"T0":3}""")]
    public void Members_that_are_not_known_are_written_back(string json) => Assert.AreEqual(json, Echo(json));

    [TestMethod]
    public void Members_that_are_not_known_can_be_read_changed_and_added()
    {
        Sample sample = JsonModel.Parse<Sample>("""{"id":1,"x":1}""");
        Assert.AreEqual(1, sample.AdditionalProperties["x"].GetInt32());
        sample.AdditionalProperties.Remove("x");
        sample.AdditionalProperties["y"] = JsonDocument.Parse("[2]").RootElement;
        Assert.AreEqual("""{"id":1,"y":[2]}""", JsonModel.ToJson(sample));
    }

    [TestMethod]
    public void Members_that_are_not_known_outlive_the_bytes_they_were_read_from()
    {
        byte[] json = """{"id":1,"x":{"y":"kept"}}"""u8.ToArray();
        Sample sample = JsonModel.Parse<Sample>(json);
        Array.Clear(json);
        Assert.AreEqual("""{"id":1,"x":{"y":"kept"}}""", JsonModel.ToJson(sample));
    }

    private static string Echo(string json) => JsonModel.ToJson(JsonModel.Parse<Sample>(json));
}
