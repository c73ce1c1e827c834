using System.ComponentModel;
using System.Reflection;
using OgGen.Json;

namespace OgGen.Runtime.Tests;

/// <summary>
/// What an editor offers after <c>using OgGen;</c> is what people write. A type that only generated code names belongs into
/// <c>OgGen.Generated</c>; a new one that people write is added to the list here.
/// </summary>
[TestClass]
public sealed class PublicTypeTests
{
    private const string Generated = "OgGen.Generated";

    private static IEnumerable<Type> PublicTypes => typeof(ApiClient).Assembly.GetExportedTypes();

    [TestMethod]
    public void Using_OgGen_shows_what_people_write()
        => Assert.AreEqual(
            """
            ApiCallObserver
            ApiCallOptions
            ApiCallReport
            ApiClient
            ApiClientConfiguration
            ApiClientOptions
            ApiConnectionException
            ApiConnectionFailure
            ApiCredential
            ApiException
            ApiException`1
            ApiFile
            ApiGroup
            ApiKeyLocation
            ApiOperation
            ApiPageOptions
            ApiPages
            ApiPollOptions
            ApiProxy
            ApiRateLimitException
            ApiRateLimiter
            ApiResponse
            ApiResponseFormatException
            ApiResponseHeaders
            ApiResponseWithHeaders`1
            ApiResponseWithHeaders`2
            ApiResponse`1
            ApiRetryOptions
            ApiSequence`1
            ApiServer
            ApiTelemetry
            ApiTimeoutException
            IApiClient`1
            IApiRateLimiter
            Optional`1
            """,
            Names("OgGen"));

    [TestMethod]
    public void Using_OgGen_Json_shows_what_people_write()
        => Assert.AreEqual(
            """
            ApiModel
            ApiUntaggedUnion
            IJsonModel`1
            JsonModel
            JsonWriteMode
            """,
            Names("OgGen.Json"));

    [TestMethod]
    public void There_is_no_other_namespace()
        => Assert.AreEqual(
            $"OgGen,{Generated},OgGen.Json",
            string.Join(',', PublicTypes.Select(static type => type.Namespace).Distinct().Order(StringComparer.Ordinal)));

    [TestMethod]
    public void Editors_hide_what_only_generated_code_calls()
    {
        foreach (Type type in PublicTypes.Where(static type => !type.IsNested))
        {
            object[] attributes = type.GetCustomAttributes(typeof(EditorBrowsableAttribute), inherit: false);
            Assert.AreEqual(
                type.Namespace == Generated, attributes is [EditorBrowsableAttribute { State: EditorBrowsableState.Never }], type.FullName);
        }
    }

    [TestMethod]
    public void A_generated_object_type_inherits_few_members()
        => Assert.AreEqual(
            """
            AdditionalProperties
            Equals
            Finalize
            GetHashCode
            GetType
            MemberwiseClone
            NextMember
            ReferenceEquals
            StartObject
            ToString
            WhyUnknown
            Write
            WriteAdditional
            WriteMembers
            """,
            string.Join('\n', InheritedNames(typeof(ApiModel)).Distinct().Order(StringComparer.Ordinal)));

    /// <summary>The names that a class sees in itself because of its base class.</summary>
    private static IEnumerable<string> InheritedNames(Type type)
    {
        const BindingFlags all = BindingFlags.Public
            | BindingFlags.NonPublic
            | BindingFlags.Instance
            | BindingFlags.Static
            | BindingFlags.FlattenHierarchy;
        IEnumerable<string> methods = type.GetMethods(all)
            .Where(static method => !method.IsSpecialName && (method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly))
            .Select(static method => method.Name);
        IEnumerable<string> properties = type.GetProperties(all)
            .Where(static property => property.GetMethod is { IsPublic: true } or { IsFamily: true } or { IsFamilyOrAssembly: true })
            .Select(static property => property.Name);
        IEnumerable<string> fields = type.GetFields(all)
            .Where(static field => field.IsPublic || field.IsFamily)
            .Select(static field => field.Name);
        return methods.Concat(properties).Concat(fields);
    }

    private static string Names(string ns)
    {
        IEnumerable<Type> types = PublicTypes.Where(type => type.Namespace == ns && !type.IsNested);
        return string.Join('\n', types.Select(static type => type.Name).Order(StringComparer.Ordinal));
    }
}
