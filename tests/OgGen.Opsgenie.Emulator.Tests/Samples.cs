namespace OgGen.Opsgenie.Emulator.Tests;

/// <summary>
/// The request bodies of the vendor's two documents, word for word but for what is mended: see the comment of each.
/// </summary>
internal static class Samples
{
    /// <summary>Policy API documentation, "Extra Fields for Auto Close Policy".</summary>
    public const string AutoClose = """
        {
            "policyDescription":"auto close policy description",
            "enabled":"true",
            "filter":{
                "type":"match-all-conditions",
                "conditions":[
                    {
                        "field":"recipients",
                        "operation":"contains",
                        "expectedValue":"recipient",
                        "not":true
                    },
                    {
                        "field":"message",
                        "operation":"contains",
                        "expectedValue":"message"
                    }
                ]
            },
            "timeRestrictions": {
                "type":"time-of-day",
                "restriction": {
                    "endHour":5,
                    "endMin":10,
                    "startHour":20,
                    "startMin":23
                }
            },
            "type":"auto-close",
            "name":"auto close policy",
            "duration":{
                "timeAmount":10,
                "timeUnit":"minutes"
            }
        }
        """;

    /// <summary>Policy API documentation, "Extra Fields for Auto Restart Policy".</summary>
    public const string AutoRestart = """
        {
            "enabled":"true",
            "type":"auto-restart-notifications",
            "name":"auto restart policy",
            "duration":{
                "timeAmount":10,
                "timeUnit":"minutes"
            },
            "maxRepeatCount":10
        }
        """;

    /// <summary>Policy API documentation, "Extra Fields for Notification Deduplication Policy".</summary>
    public const string Deduplication = """
        {
            "enabled":"true",
            "type":"notification-deduplication",
            "name":"notification deduplication policy frequency",
            "deduplicationActionType":"frequency-based",
            "count":5,
            "duration":{
                "timeUnit":"seconds",
                "timeAmount":5
            }
        }
        """;

    /// <summary>
    /// Policy API documentation, "Extra Fields for Modify Policy". Mended: the policy's text is <c>policyDescription</c> and the alert's is
    /// <c>description</c>, where the sample has <c>description</c> and <c>alertDescription</c>.
    /// </summary>
    public const string Modify = """
        {
            "type":"modify",
            "policyDescription":"modify policy description",
            "enabled":"true",
            "filter":{
                "type":"match-all-conditions",
                "conditions":[
                    {
                        "field":"message",
                        "operation":"contains",
                        "expectedValue":"dynamodb"
                    }
                ]
            },
            "ignoreOriginalRecipients": true,
            "ignoreOriginalTags": true,
            "continue": true,
            "name":"Modify Policy",
            "message":"{{message}} db error",
            "recipients":[{"type":"user","id":"1e1d2ba1-4532-4602-878e-9db1aa927164"}],
            "alias":"{{alias.toLowerCase()}} dynamodb",
            "tags":["dynamodb"],
            "description":"{{description}}"
        }
        """;

    /// <summary>
    /// The sample of <see cref="Modify"/> as printed: its <c>alertDescription</c> is a field that the service does not know.
    /// </summary>
    public const string ModifyAsPrinted = """
        {"type":"modify","description":"modify policy description","enabled":"true","name":"Modify Policy","message":"{{message}} db error","alertDescription":"{{description}}"}
        """;

    /// <summary>The delay sample of the document repeats the deduplication sample; this one is made from the table.</summary>
    public const string DelayUntil = """
        {"type":"notification-delay","name":"notification delay-until","enabled":true,"delayOption":"next-monday","untilHour":9,"untilMinute":0}
        """;

    /// <summary>As <see cref="DelayUntil"/>.</summary>
    public const string DelayFor = """
        {"type":"notification-delay","name":"notification delay-for","enabled":true,"delayOption":"for-duration","duration":{"timeAmount":5,"timeUnit":"minutes"}}
        """;

    /// <summary>
    /// The body that the sample answer of "Get Policy" must have come from: no create sample of the document is value-based.
    /// </summary>
    public const string ValueBased = """
        {
            "type":"notification-deduplication",
            "policyDescription":"notification deduplication description",
            "name":"notification deduplication policy value-based",
            "enabled":true,
            "filter":{"type":"match-all-conditions","conditions":[
                {"field":"message","operation":"contains","expectedValue":"message"},
                {"field":"recipients","not":true,"operation":"contains","expectedValue":"recipient"}]},
            "timeRestrictions":{"type":"time-of-day","restriction":{"startHour":20,"endHour":5,"startMin":23,"endMin":10}},
            "deduplicationActionType":"value-based",
            "count":10
        }
        """;

    /// <summary>Policy API documentation, "Update Policy".</summary>
    public const string Suppress = """
        {
            "policyDescription":"updated description",
            "enabled":"true",
            "filter":{
                "type":"match-all-conditions",
                "conditions":[
                    {
                        "field":"recipients",
                        "operation":"contains",
                        "expectedValue":"recipient",
                        "not":true
                    },
                    {
                        "field":"message",
                        "operation":"contains",
                        "expectedValue":"message"
                    }
                ]
            },
            "type":"notification-suppress",
            "name":"notification suppress"
        }
        """;

    /// <summary>Policy API documentation, "Change Policy Order".</summary>
    public const string ChangeOrder = """{"targetIndex":5}""";

    /// <summary>
    /// Policy API documentation, "Week Based Restrictions"; the value of <c>timeRestrictions</c>, which the example misspells.
    /// </summary>
    public const string WeekRestrictions = """
        {
            "type" : "weekday-and-time-of-day",
            "restrictions" : [
                {
                    "startDay" : "monday",
                    "startHour" : 8,
                    "startMin" : 0,
                    "endDay" : "tuesday",
                    "endHour" : 18,
                    "endMin" : 30
                },
                {
                    "startDay" : "wednesday",
                    "startHour" : 8,
                    "startMin" : 0,
                    "endDay" : "thursday",
                    "endHour" : 18,
                    "endMin" : 30
                }
            ]
        }
        """;

    /// <summary>Policy API documentation, "Filter Fields", the second example.</summary>
    public const string AnyFilter = """
        {
            "type": "match-any-condition",
            "conditions": [
                {
                    "field": "message",
                    "not": false,
                    "operation": "contains",
                    "expectedValue": "expected1"
                },
                {
                    "field": "alias",
                    "not": true,
                    "operation": "starts-with",
                    "expectedValue": "expected2"
                },
                {
                    "field": "extra-properties",
                    "key": "expectedKey",
                    "not": true,
                    "operation": "starts-with",
                    "expectedValue": "expected3"
                }
            ]
        }
        """;

    /// <summary>Actions API documentation, "Create Action Channel".</summary>
    public const string SystemsManagerChannel = """
        {
            "actionType" : "aws-systems-manager",
            "name" : "new-test",
            "awsSmActionChannel": {
                "roleName" : "opsgenie-automation-action-cem",
                "accountId" : "123",
                "region" : "us-west-2"
            }
        }
        """;

    /// <summary>The channel that the <c>restChannel</c> field example of the same section belongs to.</summary>
    public const string RestChannel = """
        {"actionType":"rest","name":"test_1","restActionChannel":{"url":"https://cem.ngrok.io","headers":{"test1":"test2"}}}
        """;

    /// <summary>The channel that the <c>awsSnsActionChannel</c> field example of the same section belongs to.</summary>
    public const string SnsChannel = """
        {"actionType":"aws-sns","name":"sns","awsSnsActionChannel":{"topicName":"example-topic-name","accountId":"123","region":"eu-central-1"}}
        """;

    public const string OecChannel = """{"actionType":"oec","name":"oec"}""";

    /// <summary>Actions API documentation, "Update Action Channel".</summary>
    public const string ChannelUpdate = """
        {
            "name" : "hepbirlikte",
            "restActionChannel": {
                "url" : "https://updated-opsgenie.io"
            }
        }
        """;

    /// <summary>Actions API documentation, "Create Action"; the addresses are blanked out in the document.</summary>
    public const string Action = """
        {
            "name" : "Action2",
            "channelId": "e72b4966-f5de-4b00-b062-f16c4f300000",
            "channelType": "rest",
            "state": {
                "enabled" : false,
                "disableReason" : "something went wrong"
            },
            "permissions": {
                "allTeamMembersAllowed" : true,
                "allowedMembers" : [
                    {
                        "username" : "user@example.com"
                    }
                ],
                "policiesEnabled" : false
            },
            "parameters" : [
                {
                    "name": "parameter123",
                    "description": "this makes difference",
                    "valueType": "string",
                    "required" : "true",
                    "defaultValue" : [
                        "val1", "val2"
                    ],
                    "parameterType": "prompt-user",
                    "inputType": "free-form",
                    "availableValues" : [
                        "val1", "val2"
                    ]
                }
            ]
        }
        """;

    /// <summary>Actions API documentation, "Update Action".</summary>
    public const string ActionUpdate = """
        {
            "name" : "Updated-Action2",
            "channelType": "oec",
            "permissions": {
                "allTeamMembersAllowed" : false,
                "allowedMembers" : [
                    {
                        "username" : "other@example.com"
                    },
                    {
                        "id" : "80ab38b5-4434-4a17-9092-c14974b00000"
                    }
                ]
            }
        }
        """;

    /// <summary>An action that can be executed; the document has no sample of one.</summary>
    public const string EnabledAction = """
        {"name":"post-to-rest-endpoint","channelId":"c","channelType":"rest","state":{"enabled":true},"permissions":{"allTeamMembersAllowed":true}}
        """;

    /// <summary>Actions API documentation, "Execute Action", the first sample; the second differs in its values only.</summary>
    public const string Execution = """
        {

          "identifier":"f16dfd3a-f5ba-454b-8da4-1b0f32c45ed2-1590670606997",
          "type": "alert",
          "ownerTeam":{
              "id":"e5f85ef7-3bd3-4c32-9d69-dcaf20079d0e",
              "name":"teamName"
            },
          "parameters":[
            {
                "name":"testValue",
                "valueType": "boolean",
                "values":["true"]
            }]
        }
        """;

    /// <summary>The team of <see cref="Execution"/>.</summary>
    public const string ExecutionTeam = "?teamId=e5f85ef7-3bd3-4c32-9d69-dcaf20079d0e";
}
