using System.Text.Json.Nodes;

namespace OgGen.Opsgenie.Tests.Keeping;

/// <summary>
/// Policies, channels and actions as a service may answer them: the members of the vendor's published schema and of its pages, in any
/// order, some missing, some of another type, with members that nobody knows at every depth.
/// </summary>
internal sealed class RandomPayloads(Random random)
{
    private static readonly string[] s_texts =
        [
            "", "text", "5", "true", "null", "{{message}}", "a \"b\" \\ /", "täglich € \ud83d\ude00", "\u0000\u001f\u2028", " ",
            "[email protected]",
        ];

    private static readonly string[] s_days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "holiday"];

    /// <summary>How often a member has a value of another type than the documents say, in percent.</summary>
    public int Odd { get; init; }

    /// <summary>The hours that were given to policies.</summary>
    public HashSet<int> Hours { get; } = [];

    public JsonObject Policy()
    {
        string type = Pick(
            "auto-close", "auto-restart-notifications", "notification-suppress", "notification-deduplication", "notification-delay",
            "notification-renotify", "modify", "modify", "modify", "notification-escalate");
        List<(string, JsonNode?)> members =
        [
            ("name", Text()),
            ("enabled", Flag()),
            ("policyDescription", Text()),
            ("filter", Filter()),
            ("timeRestrictions", TimeRestrictions()),
            .. type switch
            {
                "auto-close" => [("duration", Duration())],
                "auto-restart-notifications" => [("duration", Duration()), ("maxRepeatCount", Integer(0, 50))],
                "notification-deduplication" => Deduplication(),
                "notification-delay" => Delay(),
                "modify" => Modify(),
                _ => Array.Empty<(string, JsonNode?)>(),
            },
        ];
        return Shuffled([("type", type), ("id", "p-1")], members);
    }

    public JsonObject Channel()
    {
        string type = Pick("rest", "rest", "aws-systems-manager", "aws-sns", "oec", "aws-lambda");
        List<(string, JsonNode?)> members =
        [
            ("name", Text()),
            .. type switch
            {
                "rest" => [("restActionChannel", Object([], [("url", Word()), ("headers", Map(Word))]))],
                "aws-systems-manager" =>
                    [("awsSmActionChannel", Object([], [("roleName", Text()), ("accountId", Text()), ("region", Text())]))],
                "aws-sns" => [("awsSnsActionChannel", Object([], [("topicName", Text()), ("accountId", Text()), ("region", Text())]))],
                _ => Array.Empty<(string, JsonNode?)>(),
            },
        ];
        return Shuffled([("actionType", type), ("id", "c-1"), ("teamId", "t-1")], members);
    }

    public JsonObject Action() => Shuffled([("name", "restart"), ("teamId", "t-1")],
    [
        ("channelId", Word()), ("channelType", Word()),
        ("state", Object([], [("enabled", Flag()), ("disableReason", Text())])),
        ("permissions",
            Object(
                [],
                [
                    ("allTeamMembersAllowed", Flag()),
                    ("allowedMembers", List(() => Object([], [("id", Text()), ("username", Text())]))),
                    ("policiesEnabled", Flag()),
                ])),
        ("parameters", List(() => Object([("name", Word())],
        [
            ("description", Text()), ("valueType", Word()), ("required", Flag()), ("defaultValue", List(Word)), ("parameterType", Word()),
            ("inputType", Word()), ("availableValues", List(Word)),
        ]))),
        ("awsSmDocument", Object([], [("schemaVersion", JsonValue.Create(0.3m)), ("mainSteps", Anything(0))])),
    ]);

    private (string, JsonNode?)[] Deduplication()
        =>
        [
            ("deduplicationActionType", Pick("value-based", "frequency-based", "rate-based")),
            ("count", Integer(2, 100)),
            ("duration", Duration()),
        ];

    private (string, JsonNode?)[] Delay() =>
    [
        ("delayOption", Pick("for-duration", "next-time", "next-weekday", "next-sunday", "next-month")),
        .. random.Next(2) == 0
            ? new (string, JsonNode?)[] { ("duration", Duration()) }
            : [("untilHour", Hour()), ("untilMinute", Integer(0, 59))],
    ];

    private (string, JsonNode?)[] Modify() =>
    [
        ("message", Text()), ("continue", Flag()), ("alias", Text()), ("description", Text()), ("entity", Text()), ("source", Text()),
        ("ignoreOriginalAlertActions", Flag()), ("alertActions", Names()), ("actions", Names()), ("ignoreOriginalDetails", Flag()),
        ("details", Map(Detail)), ("ignoreOriginalRecipients", Flag()), ("recipients", List(Recipient)), ("responders", List(Recipient)),
        ("ignoreOriginalTags", Flag()), ("tags", List(Word)), ("ignoreOriginalTeams", Flag()), ("priority", Pick("P1", "P5", "P9")),
    ];

    private JsonArray? Names() => random.Next(6) == 0 ? null : List(Word);

    private JsonNode Detail() => random.Next(3) switch { 0 => random.Next(-9, 99), 1 => random.Next(2) == 0, _ => Word() };

    private JsonObject Recipient()
        => Object([("type", Pick("user", "group", "robot"))], [("id", Text()), ("name", Text()), ("username", Text())]);

    private JsonObject Duration() => Object([], [("timeAmount", Integer(0, 90)), ("timeUnit", Pick("minutes", "miliseconds", "weeks"))]);

    private JsonObject Filter()
    {
        string type = Pick("match-all", "match-any-condition", "match-all-conditions", "match-none");
        return Object([("type", type)], type == "match-all" ? [] : [("conditions", List(Condition))]);
    }

    private JsonObject Condition() => Object([("field", Pick("message", "extra-properties", "mood"))],
    [
        ("key", Text()),
        ("not", Flag()),
        ("operation", Pick("equals", "starts-with", "rhymes")),
        ("expectedValue", Detail()),
        ("order", Integer(-1, 5)),
    ]);

    private JsonObject TimeRestrictions()
    {
        string type = Pick("time-of-day", "weekday-and-time-of-day", "holidays");
        return Object([("type", type)], type == "time-of-day" ? [("restriction", Restriction([]))]
            : [("restrictions", List(() => Restriction([("startDay", Pick(s_days)), ("endDay", Pick(s_days))])))]);
    }

    private JsonObject Restriction((string, JsonNode?)[] days)
        => Object(days, [("startHour", Hour()), ("startMin", Integer(0, 59)), ("endHour", Hour()), ("endMin", Integer(0, 59))]);

    private JsonNode? Hour()
    {
        int hour = random.Next(25);
        Hours.Add(hour);
        return AsOdd(hour);
    }

    private JsonNode? Integer(int from, int to)
    {
        int value = random.Next(from, to + 1);
        return AsOdd(random.Next(8) switch { 0 => JsonNode.Parse($"{value}.0")!, 1 => $"{value}", _ => value });
    }

    private JsonNode? Flag()
    {
        bool value = random.Next(2) == 0;
        return AsOdd(random.Next(5) == 0 ? value ? "true" : "false" : value);
    }

    private JsonNode? Text() => AsOdd(Word());

    private JsonNode Word() => Pick(s_texts);

    private JsonArray List(Func<JsonNode?> item)
    {
        var list = new JsonArray();
        for (int i = random.Next(4); i > 0; i--)
        {
            list.Add(item());
        }

        return list;
    }

    private JsonObject Map(Func<JsonNode?> value)
    {
        var map = new JsonObject();
        for (int i = random.Next(4); i > 0; i--)
        {
            map[Pick("a", "b", "actions", "ä b", "")] = value();
        }

        return map;
    }

    /// <summary>An object with members that are always there, and others of which some are missing.</summary>
    private JsonObject Object((string, JsonNode?)[] always, IReadOnlyList<(string, JsonNode?)> members) => Shuffled(always, members);

    private JsonObject Shuffled((string, JsonNode?)[] always, IReadOnlyList<(string, JsonNode?)> members)
    {
        var all = new List<(string Name, JsonNode? Value)>(always);
        all.AddRange(members.Where(_ => random.Next(10) > 0));
        for (int i = random.Next(3); i > 0; i--)
        {
            all.Add((Pick("unknown", "Name", "x-y", "новый", "newType") + random.Next(3), Anything(0)));
        }

        var json = new JsonObject();
        foreach ((string name, JsonNode? value) in all.OrderBy(_ => random.Next()))
        {
            json[name] = value;
        }

        return json;
    }

    /// <summary>A value, or another one of any type; null more often, as services have it for what is absent.</summary>
    private JsonNode? AsOdd(JsonNode? value)
        => random.Next(100) >= Odd ? value : random.Next(2) == 0 ? null : Anything(1);

    private JsonNode? Anything(int depth) => random.Next(depth > 2 ? 5 : 7) switch
    {
        0 => null,
        1 => random.Next(2) == 0,
        2 => random.Next(),
        3 => JsonNode.Parse("0.12345678901234567890123"),
        4 => Word(),
        5 => new JsonArray([.. Enumerable.Range(0, random.Next(3)).Select(_ => Anything(depth + 1))]),
        _ => new JsonObject(Enumerable.Range(0, random.Next(3)).Select(i => KeyValuePair.Create($"m{i}", Anything(depth + 1)))),
    };

    private T Pick<T>(params T[] values) => values[random.Next(values.Length)];
}
