using OgGen.Tests.Shared;

namespace OgGen.Package.Tests.Browser;

/// <summary>The service at another origin, which allows the page one header: that of the key.</summary>
internal static class OtherOrigin
{
    public static async Task AnswerAsync(RawExchange exchange, Uri page)
    {
        string origin = page.GetLeftPart(UriPartial.Authority);
        if (exchange.Request.Target.EndsWith("/kept", StringComparison.Ordinal))
        {
            await exchange.SendAsync(RawServer.Answer(200, """{"name":"kept"}"""));
        }
        else if (exchange.Request.Method == "OPTIONS")
        {
            await exchange.SendAsync(
                $"HTTP/1.1 204 No Content\r\nAccess-Control-Allow-Origin: {origin}\r\nAccess-Control-Allow-Headers: X-Key\r\n"
                + "Vary: Origin\r\n\r\n");
        }
        else
        {
            await ShopService.SendCompressedAsync(exchange, "gzip", $"Access-Control-Allow-Origin: {origin}\r\nVary: Origin\r\n");
        }
    }
}
