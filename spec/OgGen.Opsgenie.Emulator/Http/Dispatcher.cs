using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using OgGen.Opsgenie.Emulator.Rules;

namespace OgGen.Opsgenie.Emulator.Http;

/// <summary>
/// From a request to its answer, under one lock, so that operations need none. The checks stand in the order in which they are made: who,
/// how often, where, whether allowed, in which form; the rules of the fields are the operation's.
/// </summary>
internal sealed class Dispatcher(Credentials credentials, RateLimiter? limiter, IReadOnlyList<Route> routes, UnknownMembers unknown)
{
    private readonly Lock _gate = new();

    public T Locked<T>(Func<T> action)
    {
        lock (_gate)
        {
            return action();
        }
    }

    /// <summary>The id of the operation that a request is for; null where it is for none.</summary>
    public string? OperationOf(IncomingRequest request) =>
        routes.FirstOrDefault(route => route.Method == request.Method && route.Matches(request.Path, out _))?.Operation;

    public Answer Dispatch(IncomingRequest request)
    {
        lock (_gate)
        {
            Access access = credentials.Identify(request.Headers);
            if (access == Access.None)
            {
                return Answers.NotAuthenticated();
            }

            if (limiter is not null && !limiter.TryTake())
            {
                return Answers.TooManyRequests(limiter.PeriodInSeconds);
            }

            return Find(request, out Route? route, out string variable) ?? Run(route!, variable, access, request);
        }
    }

    private Answer? Find(IncomingRequest request, out Route? found, out string variable)
    {
        found = null;
        variable = "";
        var allowed = new List<string>();
        foreach (Route route in routes)
        {
            if (!route.Matches(request.Path, out string? value))
            {
                continue;
            }

            allowed.Add(route.Method);
            if (route.Method == request.Method)
            {
                found = route;
                variable = value;
                return null;
            }
        }

        return allowed.Count > 0 ? Answers.MethodNotAllowed(allowed) : Answers.NotFound("No such path.");
    }

    private Answer Run(Route route, string variable, Access access, IncomingRequest request)
    {
        if (route.Writes && access != Access.Full)
        {
            return Answers.ReadOnlyKey();
        }

        JsonObject? body = [];
        if (route.NeedsBody)
        {
            if (!IsJson(request))
            {
                return Answers.UnsupportedMediaType();
            }

            if (!JsonBody.TryParse(request.Body, out body))
            {
                return Answers.BadRequest("Request body is not a JSON object.");
            }
        }

        string teamId = QueryHelpers.ParseQuery(request.Query).GetValueOrDefault("teamId").FirstOrDefault() ?? "";
        if (route.NeedsTeam && teamId.Length == 0)
        {
            return Answers.Invalid("teamId", "may not be empty");
        }

        return route.Handler(new Call(variable, teamId, body, request.RequestId, unknown));
    }

    private static bool IsJson(IncomingRequest request) =>
        MediaTypeHeaderValue.TryParse(request.Headers.ContentType.ToString(), out MediaTypeHeaderValue? type)
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || type.Charset.Value.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        && request.Headers.ContentEncoding.Count == 0;
}
