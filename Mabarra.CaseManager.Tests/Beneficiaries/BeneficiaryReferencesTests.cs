using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Data;

namespace Mabarra.CaseManager.Tests.Beneficiaries;

/// <summary>What a merge has to move is read from the model, so that no table can be forgotten.</summary>
public sealed class BeneficiaryReferencesTests
{
    [Fact]
    public void Every_table_that_names_a_beneficiary_is_found()
    {
        using var db = new SqliteDesignTime().CreateDbContext([]);
        var found = BeneficiaryReferences.In(db).Select(p => p.DeclaringType.ClrType).ToHashSet();
        var foreignKeys = db.Model.GetEntityTypes().SelectMany(e => e.GetForeignKeys()).Where(k => k.PrincipalEntityType.ClrType == typeof(Beneficiary));
        Assert.All(foreignKeys, k => Assert.Contains(k.DeclaringEntityType.ClrType, found));
        Assert.All(db.Model.GetEntityTypes().Where(e => e.ClrType.IsAssignableTo(typeof(IOfBeneficiary))), e => Assert.Contains(e.ClrType, found));
        Assert.True(found.Count >= 11, string.Join(' ', found.Select(t => t.Name)));
    }

    /// <summary>A property that names a beneficiary under another name would be missed.</summary>
    [Fact]
    public void No_column_names_a_beneficiary_otherwise()
    {
        using var db = new SqliteDesignTime().CreateDbContext([]);
        var others = db.Model.GetEntityTypes().SelectMany(e => e.GetProperties())
            .Where(p => (p.ClrType == typeof(Guid) || p.ClrType == typeof(Guid?)) && p.Name != BeneficiaryReferences.Name && p.Name.Contains("Beneficiary", StringComparison.Ordinal));
        Assert.Empty(others.Select(p => $"{p.DeclaringType.Name}.{p.Name}"));
    }
}
