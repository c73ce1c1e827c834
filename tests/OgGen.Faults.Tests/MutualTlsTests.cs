using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace OgGen.Faults.Tests;

/// <summary>Mutual TLS is the transport's: the certificate comes with the handler.</summary>
[TestClass]
public sealed class MutualTlsTests : FaultTest
{
    [TestMethod]
    public async Task The_certificate_of_the_handler_is_shown_to_a_server_that_asks_for_one()
    {
        DateTimeOffset now = DateTimeOffset.UtcNow;
        using X509Certificate2 own = TlsServer.Certify("localhost", now.AddDays(-1), now.AddDays(1));
        using X509Certificate2 mine = TlsServer.Certify("client.example", now.AddDays(-1), now.AddDays(1));
        string? seen = null;
        await using var server = new TlsServer(async (stream, stop) =>
        {
            await using var secure = new SslStream(stream);
            await secure.AuthenticateAsServerAsync(
                new SslServerAuthenticationOptions
                {
                    ServerCertificate = own,
                    ClientCertificateRequired = true,
                    RemoteCertificateValidationCallback = (_, certificate, _, _) => (seen = certificate?.GetCertHashString()) is not null,
                },
                stop);
            if (await RawRequest.ReadAsync(secure, stop) is not null)
            {
                await secure.WriteAsync(Encoding.UTF8.GetBytes(Given.Pet), stop);
            }
        });
        SocketsHttpHandler handler = Keep(TlsServer.Trust(own));
        handler.SslOptions.ClientCertificates = [mine];
        handler.SslOptions.LocalCertificateSelectionCallback = (_, _, _, _, _) => mine;
        ApiClientOptions with = Untimed();
        with.Handler = handler;
        ApiClientOptions without = Untimed();
        without.Handler = Keep(TlsServer.Trust(own));
        without.Retry.Enabled = false;

        Assert.AreEqual("Rex", (await Client(server.Address, with).GetAsync()).Value.Name);
        Assert.AreEqual(mine.GetCertHashString(), seen);
        await FailAsync<ApiConnectionException>(Client(server.Address, without).GetAsync());
    }
}
