using System.Globalization;
using OgGen;
using OgGen.Prism;
using Opsgenie;

// Makes every call of the client against a Prism mock server. Prism knows nothing but the document: it refuses requests that do not fit it
// and makes up answers that do, so a call succeeds only if the client and the document agree in both directions.
if (args is not [var address, var countText]
    || !int.TryParse(countText, NumberStyles.None, CultureInfo.InvariantCulture, out int operationCount))
{
    await Console.Error.WriteLineAsync("usage: OgGen.Prism ADDRESS NUMBER-OF-OPERATIONS");
    return 2;
}

// One attempt each, so that nothing is hidden by a second one.
var options = new ApiClientOptions { Retry = new ApiRetryOptions { Enabled = false } };
using var client = new OpsgenieClient("any-key", new Uri(address), options);
IReadOnlyList<Call> calls = Calls.Of(client);
int succeeded = 0;
foreach (Call call in calls)
{
    string result;
    try
    {
        result = Violations.Describe(await call.SendAsync());
    }
    catch (ApiException exception)
    {
        result = exception.Message;
    }

    bool success = result.Length == 0;
    succeeded += success ? 1 : 0;
    Console.WriteLine($"{call.Operation,-24} {(success ? "ok" : $"FAILED {result}")}");
}

// The number comes from the document: an operation that nobody calls here is a failure too.
Console.WriteLine($"{succeeded} of {operationCount} calls succeeded");
return succeeded == operationCount && calls.DistinctBy(static call => call.Operation).Count() == operationCount ? 0 : 1;
