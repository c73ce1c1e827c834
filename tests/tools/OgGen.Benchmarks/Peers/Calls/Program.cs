using System.Text.Json;
using OgGen.Benchmarks.Peers.Calls;

var service = new StubService();
IPeer[] peers = [new HandPeer(service), new OgGenPeer(service), new KiotaPeer(service), new NSwagPeer(service), new RefitPeer(service)];
foreach (IPeer peer in peers)
{
    await Comparison.CheckAsync(peers[0], peer, service);
}

IReadOnlyList<CallCost>[] costs =
[
    await Rounds.MeasureAsync("get", peers, static peer => peer.GetAsync()),
    await Rounds.MeasureAsync("list", peers, static peer => peer.ListAsync()),
    await Rounds.MeasureAsync("post", peers, static peer => peer.CreateAsync()),
];
Console.WriteLine(JsonSerializer.Serialize(costs.SelectMany(static cost => cost)));
