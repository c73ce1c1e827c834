using System.Reflection;
using OgGen.Generator.Naming;
using OgGen.Json;

namespace OgGen.Generator.Tests.Names;

/// <summary>A member of the document never hides a member that its generated class inherits from the runtime.</summary>
[TestClass]
public sealed class ReservedNameTests
{
    /// <summary>Members of every class that reflection does not show as inherited.</summary>
    private static readonly string[] s_static = ["ReferenceEquals"];

    private static IEnumerable<(Type Base, IEnumerable<string> Reserved)> Bases =>
    [
        (typeof(ApiServer), ReservedNames.Servers),
        (typeof(ApiClient), ReservedNames.Client),
        (typeof(ApiModel), ReservedNames.Objects),
        (typeof(ApiUntaggedUnion), ReservedNames.UntaggedUnions),
        (typeof(ApiResponseHeaders), ReservedNames.Headers),
    ];

    [TestMethod]
    [DynamicData(nameof(Bases))]
    public void The_names_of_inherited_members_are_reserved(Type @base, IEnumerable<string> reserved)
        => Assert.AreEqual("", string.Join(' ', Inherited(@base).Except(reserved).Order(StringComparer.Ordinal)), @base.Name);

    /// <summary>A name that is reserved without need is one that a document's member cannot have.</summary>
    [TestMethod]
    public void No_other_name_is_reserved_for_an_object()
    {
        IEnumerable<string> generated = ["ExtraProperties", "Read", "ReadMembers", "JsonWriteMode", "Match", "Switch", "Known"];
        Assert.AreEqual("", string.Join(' ', ReservedNames.Objects.Except(Inherited(typeof(ApiModel))).Except(generated).Except(s_static)));
    }

    [TestMethod]
    public void No_inherited_member_of_a_group_is_called_like_a_method_of_an_operation()
        => Assert.AreEqual(
            "", string.Join(' ', Inherited(typeof(ApiGroup)).Where(static name => name.EndsWith("Async", StringComparison.Ordinal))));

    private static IEnumerable<string> Inherited(Type @base)
    {
        const BindingFlags all = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;
        return @base.GetMembers(all)
            .Where(static member => member switch
            {
                MethodBase { IsSpecialName: true } => false,
                MethodBase method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly,
                PropertyInfo property => property.GetAccessors(nonPublic: true)
                    .Any(static accessor => accessor.IsPublic || accessor.IsFamily || accessor.IsFamilyOrAssembly),
                Type nested => nested.IsNestedPublic || nested.IsNestedFamily,
                FieldInfo field => field.IsPublic || field.IsFamily,
                _ => false,
            })
            .Select(static member => member.Name)
            .Distinct();
    }
}
