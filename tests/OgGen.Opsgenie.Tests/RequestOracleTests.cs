namespace OgGen.Opsgenie.Tests;

/// <summary>The guard of the guard: the oracle finds what is planted, and nothing else.</summary>
[TestClass]
public sealed class RequestOracleTests
{
    [TestMethod]
    [DataRow("POST", "/v1/policies", """{"type":"notification-suppress","name":"n","enabled":true}""")]
    [DataRow("POST", "/v1/policies/p-1/enable", "")]
    [DataRow("GET", "/v1/actions/actions?teamId=t", "")]
    public void A_request_as_documented_passes(string method, string target, string body)
        => Assert.AreEqual("", RequestOracle.Complaints(method, target, body));

    [TestMethod]
    [DataRow("POST", "/v1/policies", """{"type":"notification-suppress","name":"n","enabled":"true"}""")]
    [DataRow("POST", "/v1/policies", """{"type":"notification-suppress","enabled":true}""")]
    [DataRow("POST", "/v1/policies", """{"type":"auto-close","name":"n","enabled":true,"duration":{"timeAmount":null}}""")]
    [DataRow(
        "PUT",
        "/v1/policies/p-1",
        """{"type":"notification-suppress","name":"n","enabled":true,"timeRestrictions":{"type":"time-of-day","restriction":{"startHour":"""
            + """1,"endHour":2,"endMin":0}}}""")]
    [DataRow("POST", "/v1/policies", "")]
    [DataRow("POST", "/v1/policies/p-1/enable", "{}")]
    [DataRow("PATCH", "/v1/policies/p-1", "{}")]
    [DataRow("POST", "/v1/policies/p-1/x/enable", "")]
    public void A_request_that_is_not_documented_is_found(string method, string target, string body)
        => Assert.AreNotEqual("", RequestOracle.Complaints(method, target, body));
}
