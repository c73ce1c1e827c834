using System.Text.Json;
using OgGen.Benchmarks.Peers.Calls;

var service = new StubService();
IPeer[] peers = [new HandPeer(service), new OgGenPeer(service), new KiotaPeer(service), new NSwagPeer(service), new RefitPeer(service)];
foreach (IPeer peer in peers)
{
    await Comparison.CheckAsync(peers[0], peer, service);
}

CallCost[] costs =
[
    .. await MeasureAsync("get", static peer => peer.GetAsync()),
    .. await MeasureAsync("list", static peer => peer.ListAsync()),
    .. await MeasureAsync("post", static peer => peer.CreateAsync()),
];
Console.WriteLine(JsonSerializer.Serialize(costs));

async Task<IEnumerable<CallCost>> MeasureAsync(string call, Func<IPeer, Task> run)
{
    IReadOnlyList<Cost> measured = await Rounds.MeasureAsync([.. peers.Select(peer => (Func<Task>)(() => run(peer)))]);
    return peers.Zip(measured, (peer, cost) => new CallCost(peer.Name, call, cost.Time, cost.Bytes));
}
