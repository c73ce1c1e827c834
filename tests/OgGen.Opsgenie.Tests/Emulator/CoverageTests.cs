using System.Reflection;

namespace OgGen.Opsgenie.Tests.Emulator;

/// <summary>No operation of the document goes untried against the emulator.</summary>
[TestClass]
public sealed class CoverageTests
{
    [TestMethod]
    public void Every_operation_is_called()
    {
        string[] called =
        [
            .. from type in typeof(EmulatorSession).Assembly.GetTypes()
               where type.IsSubclassOf(typeof(EmulatorSession))
               from method in type.GetMethods()
               from property in method.GetCustomAttributes<TestPropertyAttribute>()
               select property.Value,
        ];
        CollectionAssert.AreEquivalent(SpecWalk.Operations.Select(operation => operation.Id).ToArray(), called);
    }
}
