using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using OgGen.Package.Tests.Harness;

namespace OgGen.Package.Tests.Packages;

/// <summary>The sets with machine code: the assemblies of the first set, for a runtime identifier each.</summary>
[TestClass]
public sealed class PrecompiledSetTests
{
    // How images for an operating system other than Windows are marked: these bits of the machine are turned.
    private const int Linux = 0x7B79;
    private const int Apple = 0x4644;

    [TestMethod]
    [DataRow("linux-arm64", (int)Machine.Arm64 ^ Linux)]
    [DataRow("linux-x64", (int)Machine.Amd64 ^ Linux)]
    [DataRow("osx-arm64", (int)Machine.Arm64 ^ Apple)]
    [DataRow("win-x64", (int)Machine.Amd64)]
    public void A_set_has_the_assemblies_of_the_first_with_code_for_its_machine(string runtime, int machine)
    {
        PackageFile package = PackedFeed.Shared.Package("OgGen");
        foreach (string assembly in new[] { "OgGen.dll", "Microsoft.OpenApi.dll", "YamlDotNet.dll" })
        {
            using var first = new PEReader([.. package.Read("analyzers/dotnet/cs/" + assembly)]);
            using var precompiled = new PEReader([.. package.Read($"tools/precompiled/{runtime}/{assembly}")]);

            Assert.AreEqual(0, first.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size, assembly);
            Assert.AreNotEqual(0, precompiled.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size, assembly);
            Assert.AreEqual(machine, (int)(ushort)precompiled.PEHeaders.CoffHeader.Machine, assembly);

            // To the compiler it is the same assembly, whose every method has its IL still.
            Assert.IsTrue(MetadataOf(first).SequenceEqual(MetadataOf(precompiled)), assembly);
        }
    }

    private static ImmutableArray<byte> MetadataOf(PEReader image)
    {
        // The addresses of the methods differ; the names, types and the identity of the module do not.
        MetadataReader metadata = image.GetMetadataReader();
        return
        [
            .. metadata.GetGuid(metadata.GetModuleDefinition().Mvid).ToByteArray(),
            .. metadata.MethodDefinitions.SelectMany(handle =>
            {
                int address = metadata.GetMethodDefinition(handle).RelativeVirtualAddress;
                return address == 0 ? [] : image.GetMethodBody(address).GetILContent();
            }),
        ];
    }
}
