
namespace OgGen.Opsgenie.Tests.Client;

/// <summary>Code that uses the client can be tested without it: every operation can be overridden.</summary>
[TestClass]
public sealed class MockingTests
{
    [TestMethod]
    public async Task An_operation_is_overridden()
    {
        using OpsgenieClient client = new FakeClient();
        Assert.AreEqual("p-1 from the fake", (await client.Policies.GetAsync("p-1")).Name);
    }

    [TestMethod]
    public async Task The_short_form_of_an_operation_uses_the_override_of_the_long_one()
    {
        using OpsgenieClient client = new FakeClient();
        Assert.AreEqual("fake", (await client.Policies.ListAsync()).Single().Name);
        ApiResponse<IReadOnlyList<PolicySummary>> response = await client.Policies.ListWithResponseAsync();
        Assert.AreEqual("r-1", response.RequestId);
        Assert.AreEqual("THROTTLED", response.Headers["x-ratelimit-state"]);
    }

    [TestMethod]
    public async Task A_failure_can_be_faked()
    {
        using OpsgenieClient client = new FakeClient();
        var e = await Assert.ThrowsExactlyAsync<ApiException<ErrorResponse>>(() => client.Policies.DeleteAsync("p-1"));
        Assert.AreEqual(404, e.Status);
        Assert.AreEqual("gone", e.Error.Message);
    }

    [TestMethod]
    [DataRow(typeof(OpsgenieClient))]
    [DataRow(typeof(PoliciesClient))]
    [DataRow(typeof(ActionChannelsClient))]
    [DataRow(typeof(ActionsClient))]
    public void Every_member_of_a_client_is_virtual(Type type)
    {
        Assert.IsFalse(type.IsSealed);
        Assert.IsTrue(
            type.GetConstructor(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic, [])!.IsFamily);
        var methods = type.GetMethods(
            System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.DeclaredOnly);
        Assert.IsNotEmpty(methods);
        Assert.AreEqual("", string.Join(", ", methods.Where(method => !method.IsVirtual || method.IsFinal).Select(method => method.Name)));
    }

    [TestMethod]
    public async Task An_operation_that_is_not_overridden_says_so()
    {
        using OpsgenieClient client = new FakeClient();
        var e = await Assert.ThrowsExactlyAsync<InvalidOperationException>(() => client.Policies.EnableAsync("p-1"));
        StringAssert.Contains(e.Message, "not overridden");
    }

    private sealed class FakeClient : OpsgenieClient
    {
        public override PoliciesClient Policies { get; } = new FakePolicies();
    }

    private sealed class FakePolicies : PoliciesClient
    {
        public override Task<Policy> GetAsync(string identifier, CancellationToken cancellationToken = default)
            => Task.FromResult<Policy>(new NotificationSuppressPolicy { Name = $"{identifier} from the fake", Enabled = true });

        public override Task<ApiResponseWithHeaders<IReadOnlyList<PolicySummary>, OpsgenieHeaders>> ListWithResponseAsync(
            CancellationToken cancellationToken = default)
            => Task.FromResult(new ApiResponseWithHeaders<IReadOnlyList<PolicySummary>, OpsgenieHeaders>(
                [new PolicySummary { Id = "p-1", Name = "fake", Type = PolicyType.Modify, Enabled = true }],
                200,
                new OpsgenieHeaders(new ApiResponseHeaders([new("X-RateLimit-State", "THROTTLED")])))
            {
                RequestId = "r-1",
            });

        public override Task<ResultResponse> DeleteAsync(string identifier, CancellationToken cancellationToken = default)
            => throw new ApiException<ErrorResponse>("gone", new ErrorResponse { Message = "gone" }) { Status = 404 };
    }
}
