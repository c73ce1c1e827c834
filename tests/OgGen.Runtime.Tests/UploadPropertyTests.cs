using System.Net;

namespace OgGen.Runtime.Tests;

/// <summary>
/// Every kind of body, with faults of every kind, in all attempts of several calls: what arrives is whole, or the call has failed.
/// </summary>
[TestClass]
public sealed class UploadPropertyTests
{
    [TestMethod]
    public async Task Stranger10_an_upload_is_sent_whole_or_not_at_all_whatever_was_sent_before()
    {
        int attempts = 0;
        int whole = 0;
        for (int seed = 0; seed < 25; seed++)
        {
            var random = new Random(seed);
            foreach (UploadKind kind in UploadKind.All(random))
            {
                using var transport = new FaultyTransport(random);
                var options = new ApiClientOptions { Handler = transport };
                options.Retry = new ApiRetryOptions { BaseDelay = TimeSpan.Zero, MaxDelay = TimeSpan.Zero, Budget = 1000 };
                using var client = new TestClient(new Uri("http://127.0.0.1:1"), options);
                for (int call = 0; call < 3; call++)
                {
                    string what = $"seed {seed}, {kind.Name}, call {call}";
                    int before = transport.Attempts.Count;
                    bool isGone = !kind.CanRepeat && transport.Attempts.Exists(static attempt => attempt.Began);
                    Exception? e = await TryAsync(
                        () => client.SendAsync(random.Next(2) == 0 ? "PUT" : "POST", r => { r.AddPathLiteral("/x"); kind.Build(r); }));
                    Attempt[] made = [.. transport.Attempts.Skip(before)];
                    if (isGone)
                    {
                        Assert.IsInstanceOfType<InvalidOperationException>(e, what);
                        Assert.HasCount(0, made, what);
                        continue;
                    }

                    Assert.IsTrue(e is null or ApiException, $"{what}: {e}");
                    if (e is null)
                    {
                        Assert.IsTrue(made[^1].IsWhole, $"{what} succeeded without its body");
                    }

                    foreach (Attempt attempt in made)
                    {
                        byte[] expected = kind.Expected(attempt.Boundary);
                        Assert.IsTrue(expected.AsSpan().StartsWith(attempt.Body), $"{what} sent other bytes");
                        Assert.IsTrue(
                            !attempt.IsWhole || attempt.Body.Length == expected.Length,
                            $"{what} sent {attempt.Body.Length} of {expected.Length} bytes");
                        Assert.IsTrue(
                            attempt.Announced is null || attempt.Announced == expected.Length,
                            $"{what} announced {attempt.Announced} bytes");
                    }

                    if (!kind.CanRepeat)
                    {
                        Assert.IsLessThanOrEqualTo(1, made.Count(static attempt => attempt.Began), what);
                    }

                    attempts += made.Length;
                    whole += made.Count(static attempt => attempt.IsWhole);
                }
            }
        }

        // The faults leave enough to compare.
        Assert.IsGreaterThan(1_000, attempts);
        Assert.IsGreaterThan(400, whole);
    }

    private static async Task<Exception?> TryAsync(Func<Task> call)
    {
        try
        {
            await call();
            return null;
        }
#pragma warning disable CA1031 // What comes is what is tested.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return e;
        }
    }

    /// <summary>What arrived of one attempt.</summary>
    /// <param name="Boundary">The boundary of the parts, if there are any.</param>
    /// <param name="Announced">The length that the request announced.</param>
    /// <param name="Body">The bytes.</param>
    /// <param name="Began">Whether the body was asked for.</param>
    /// <param name="IsWhole">Whether the body came to its end.</param>
    private sealed record Attempt(string Boundary, long? Announced, byte[] Body, bool Began, bool IsWhole);

    /// <summary>A transport that fails at any moment, and remembers what it was given.</summary>
    private sealed class FaultyTransport(Random random) : HttpMessageHandler
    {
        public List<Attempt> Attempts { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpContent content = request.Content!;
            string boundary = content.Headers.NonValidated["Content-Type"].ToString().Split("boundary=") is [_, var text] ? text : "";
            int fault = random.Next(10);
            bool begins = fault != 0;
            using var target = new LimitedStream(fault is 1 or 2 ? random.Next(30_000) : int.MaxValue);
            bool isWhole = false;
            try
            {
                if (begins)
                {
                    await content.CopyToAsync(target, cancellationToken);
                    isWhole = true;
                }
            }
            finally
            {
                Attempts.Add(new Attempt(boundary, content.Headers.ContentLength, target.ToArray(), begins, isWhole));
            }

            return fault switch
            {
                0 => throw new HttpRequestException(HttpRequestError.ConnectionError),
                1 or 3 => throw new IOException("The connection broke."),
                4 => throw new TaskCanceledException("It took too long.", new TimeoutException()),
                5 => new HttpResponseMessage(HttpStatusCode.ServiceUnavailable),
                6 => new HttpResponseMessage(HttpStatusCode.TooManyRequests),
                7 => new HttpResponseMessage(HttpStatusCode.BadRequest),
                _ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("""{"name":"Rex"}""") },
            };
        }
    }

    /// <summary>Takes some bytes and breaks.</summary>
    private sealed class LimitedStream(int limit) : MemoryStream
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            int left = (int)Math.Min(buffer.Length, limit - Length);
            Write(buffer.Span[..left]);
            return left == buffer.Length ? default : throw new IOException("The connection broke.");
        }
    }
}
