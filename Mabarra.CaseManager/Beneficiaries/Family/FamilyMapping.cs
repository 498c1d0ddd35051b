using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mabarra.CaseManager.Beneficiaries;

internal sealed class HouseholdMemberMapping : IEntityTypeConfiguration<HouseholdMember>
{
    public void Configure(EntityTypeBuilder<HouseholdMember> builder)
    {
        builder.ToTable(HouseholdService.Table);
        builder.HasIndex(m => m.BeneficiaryId);
        builder.HasIndex(m => m.IdLookup);
        builder.Property(m => m.Name).HasMaxLength(120);
        builder.Property(m => m.IdSealed).HasMaxLength(100);
        builder.Property(m => m.IdLookup).HasMaxLength(32);
        builder.Property(m => m.IdTail).HasMaxLength(4);
        builder.Property(m => m.Job).HasMaxLength(MemberForm.LongestJob);
        builder.HasOne<Beneficiary>().WithMany().HasForeignKey(m => m.BeneficiaryId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class IncomeSourceMapping : IEntityTypeConfiguration<IncomeSource>
{
    public void Configure(EntityTypeBuilder<IncomeSource> builder)
    {
        builder.ToTable("IncomeSources");
        builder.HasIndex(i => i.BeneficiaryId);
        builder.Property(i => i.ProofRef).HasMaxLength(80);
        builder.HasOne<Beneficiary>().WithMany().HasForeignKey(i => i.BeneficiaryId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DebtMapping : IEntityTypeConfiguration<Debt>
{
    public void Configure(EntityTypeBuilder<Debt> builder)
    {
        builder.ToTable("Debts");
        builder.HasIndex(d => d.BeneficiaryId);
        builder.Property(d => d.Creditor).HasMaxLength(120);
        builder.Property(d => d.Reason).HasMaxLength(CleanText.LineLimit);
        builder.HasOne<Beneficiary>().WithMany().HasForeignKey(d => d.BeneficiaryId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class HousingMapping : IEntityTypeConfiguration<Housing>
{
    public void Configure(EntityTypeBuilder<Housing> builder)
    {
        builder.ToTable("Housings");
        builder.HasIndex(h => h.BeneficiaryId).IsUnique();
        builder.Property(h => h.ContractNo).HasMaxLength(40);
        builder.Property(h => h.ElectricityNo).HasMaxLength(40);
        builder.Property(h => h.WaterNo).HasMaxLength(40);
        builder.HasOne<Beneficiary>().WithMany().HasForeignKey(h => h.BeneficiaryId).OnDelete(DeleteBehavior.Restrict);
    }
}
