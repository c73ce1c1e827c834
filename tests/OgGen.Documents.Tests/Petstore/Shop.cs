using OgGen.Documents.Petstore;

namespace OgGen.Documents.Tests.Petstore;

/// <summary>A pet store on the loopback address, and clients for it.</summary>
internal static class Shop
{
    public const string Key = "shop-secret";
    public const string Token = "staff-secret";

    public static ApiCredential ShopKey => PetstoreCredential.ShopKey(Key);

    public static ApiCredential StaffToken => PetstoreCredential.StaffToken(Token);

    /// <summary>A client with both credentials that repeats nothing.</summary>
    public static PetstoreClient Client(RawServer server, ApiCredential? credential = null)
        => new(credential ?? ApiCredential.All(ShopKey, StaffToken), server.Address, new ApiClientOptions { Retry = { Enabled = false } });

    /// <summary>The least that a pet is.</summary>
    public static Pet Pet() => new() { Name = "Tom", Remark = "grey", Species = Species.Cat, Chip = null };
}
