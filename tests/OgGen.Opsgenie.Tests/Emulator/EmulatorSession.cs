namespace OgGen.Opsgenie.Tests.Emulator;

/// <summary>An emulator, a client of it, and the oracle that looks at every request when the test is over.</summary>
public abstract class EmulatorSession
{
    public OpsgenieEmulator Service { get; private set; } = null!;

    public OpsgenieClient Client { get; private set; } = null!;

    public string Team => Service.TeamId;

    [TestInitialize]
    public async Task StartAsync()
    {
        Service = await OpsgenieEmulator.StartAsync();
        Client = new OpsgenieClient(Service.ApiKey, Service.Address);
    }

    [TestCleanup]
    public async Task StopAsync()
    {
        Client.Dispose();
        await Service.DisposeAsync();
        Assert.IsNotEmpty(Service.Requests);
        foreach (RecordedRequest sent in Service.Requests)
        {
            Assert.AreEqual("", RequestOracle.Complaints(sent.Method, sent.Path, sent.Body), $"{sent.Method} {sent.Path} {sent.Body}");
        }
    }
}
