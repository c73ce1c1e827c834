using Demo;
using Riok.Mapperly.Abstractions;

PetRow row = PetMapper.ToRow(new Pet { Name = "Tom", Kind = Kind.Cat });
Pet pet = PetMapper.ToPet(row with { Name = "Rex" });
Console.WriteLine($"{row.Name} {row.Kind} {pet.Name} {pet.Kind}");

internal sealed record PetRow(string Name, Kind? Kind);

[Mapper(RequiredMappingStrategy = RequiredMappingStrategy.None)]
internal static partial class PetMapper
{
    public static partial PetRow ToRow(Pet pet);

    public static partial Pet ToPet(PetRow row);
}
