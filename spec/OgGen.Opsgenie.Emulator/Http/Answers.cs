using System.Globalization;
using System.Text.Json.Nodes;
using OgGen.Opsgenie.Emulator.Rules;

namespace OgGen.Opsgenie.Emulator.Http;

/// <summary>
/// The answers of the service. Of the error types only <c>RequestNotProcessed</c> is documented; the other names are the emulator's.
/// </summary>
internal static class Answers
{
    private const string TooManyRequestsText = "You are making too many requests! Please slow down and try again later.";
    private const string ReadOnlyText = "To perform this action, use an API key from an API integration.";
    private const string NotProcessableText = "Request body is not processable. Please check the errors.";

    public static Answer Data(JsonNode data, int status = 200) => new(status, new JsonObject { ["data"] = data });

    public static Answer Result(string result) => new(200, new JsonObject { ["result"] = result });

    public static Answer BadRequest(string message) => Error(400, "BadRequest", message);

    public static Answer NotAuthenticated() => Error(401, "NotAuthenticated", "Could not authenticate");

    public static Answer ReadOnlyKey()
    {
        Answer answer = Error(403, "AccessDenied", ReadOnlyText);
        answer.Body["code"] = 40301;
        return answer;
    }

    public static Answer NotFound(string message) => Error(404, "NotFound", message);

    public static Answer NotProcessedYet() => Error(404, "RequestNotProcessed", "Request is not processed yet. Please try again later.");

    public static Answer MethodNotAllowed(IEnumerable<string> allowed) =>
        WithHeader(Error(405, "MethodNotAllowed", "Method is not allowed."), "Allow", string.Join(", ", allowed));

    public static Answer TooLarge() => Error(413, "RequestTooLarge", "Request body is too large.");

    public static Answer UnsupportedMediaType() => Error(415, "UnsupportedMediaType", "Content type should be application/json in UTF-8.");

    public static Answer Invalid(FieldErrors errors)
    {
        Answer answer = Error(422, "NotProcessable", NotProcessableText);
        answer.Body["errors"] = errors.ToJson();
        return answer;
    }

    public static Answer Invalid(string field, string text)
    {
        var errors = new FieldErrors();
        errors.Add(field, text);
        return Invalid(errors);
    }

    public static Answer TooManyRequests(int periodInSeconds)
    {
        Answer answer = Error(429, "TooManyRequests", TooManyRequestsText);
        answer = WithHeader(answer, "X-RateLimit-State", "THROTTLED");
        answer = WithHeader(answer, "X-RateLimit-Reason", "ACCOUNT");
        return WithHeader(answer, "X-RateLimit-Period-In-Sec", periodInSeconds.ToString(CultureInfo.InvariantCulture));
    }

    public static Answer EmulatorFault(Exception exception) => Error(500, "EmulatorFault", $"The emulator failed: {exception}");

    private static Answer Error(int status, string type, string message) =>
        WithHeader(new Answer(status, new JsonObject { ["message"] = message }), "X-Opsgenie-Errortype", type);

    private static Answer WithHeader(Answer answer, string name, string value) =>
        answer with { Headers = new Dictionary<string, string>(answer.Headers) { [name] = value } };
}
