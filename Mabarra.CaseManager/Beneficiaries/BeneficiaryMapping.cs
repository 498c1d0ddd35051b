using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mabarra.CaseManager.Beneficiaries;

internal sealed class BeneficiaryMapping : IEntityTypeConfiguration<Beneficiary>
{
    private const int NameLength = 40;

    public void Configure(EntityTypeBuilder<Beneficiary> builder)
    {
        builder.ToTable("Beneficiaries");
        builder.HasIndex(b => b.FileNo).IsUnique();
        builder.HasIndex(b => b.IdLookup).IsUnique();
        builder.HasIndex(b => b.NameKey);
        builder.HasIndex(b => b.Mobile);
        builder.HasIndex(b => new { b.BirthOn, b.NameKey });
        builder.HasIndex(b => b.DataReviewedOn);
        builder.Property(b => b.Status).HasDefaultValue(BeneficiaryStatus.Active);
        builder.Property(b => b.StatusReason).HasMaxLength(400);
        builder.Property(b => b.Mobile2).HasMaxLength(10);
        builder.Property(b => b.IdSightedByName).HasMaxLength(160);
        builder.Property(b => b.FirstName).HasMaxLength(NameLength);
        builder.Property(b => b.FatherName).HasMaxLength(NameLength);
        builder.Property(b => b.GrandfatherName).HasMaxLength(NameLength);
        builder.Property(b => b.FamilyName).HasMaxLength(NameLength);
        builder.Property(b => b.SearchText).HasMaxLength(260);
        builder.Property(b => b.NameKey).HasMaxLength(200);
        builder.Property(b => b.IdLookup).HasMaxLength(32);
        builder.Property(b => b.IdSealed).HasMaxLength(100);
        builder.Property(b => b.IdTail).HasMaxLength(4);
        builder.Property(b => b.Nationality).HasMaxLength(NameLength);
        builder.Property(b => b.Mobile).HasMaxLength(10);
        builder.Property(b => b.Email).HasMaxLength(254);
        builder.ComplexProperty(b => b.Address, address =>
        {
            address.Property(a => a.City).HasMaxLength(60);
            address.Property(a => a.District).HasMaxLength(60);
            address.Property(a => a.Street).HasMaxLength(80);
            address.Property(a => a.BuildingNo).HasMaxLength(4);
            address.Property(a => a.SecondaryNo).HasMaxLength(4);
            address.Property(a => a.PostalCode).HasMaxLength(5);
            address.Property(a => a.Short).HasMaxLength(8);
            address.Property(a => a.UnitNo).HasMaxLength(20);
        });
        builder.HasMany(b => b.Categories).WithOne().HasForeignKey(c => c.BeneficiaryId).OnDelete(DeleteBehavior.Restrict);
        builder.Navigation(b => b.Categories).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class BeneficiaryCategoryLinkMapping : IEntityTypeConfiguration<BeneficiaryCategoryLink>
{
    public void Configure(EntityTypeBuilder<BeneficiaryCategoryLink> builder)
    {
        builder.ToTable("BeneficiaryCategoryLinks");
        builder.HasKey(c => new { c.BeneficiaryId, c.CategoryCode });
        builder.Property(c => c.CategoryCode).HasMaxLength(40);
        builder.HasOne<BeneficiaryCategory>().WithMany().HasForeignKey(c => c.CategoryCode).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => new { c.CategoryCode, c.BeneficiaryId });
    }
}

internal sealed class BeneficiaryCategoryMapping : IEntityTypeConfiguration<BeneficiaryCategory>
{
    public void Configure(EntityTypeBuilder<BeneficiaryCategory> builder)
    {
        builder.ToTable("BeneficiaryCategories");
        builder.IsListItem();
    }
}

internal sealed class FieldOfWorkMapping : IEntityTypeConfiguration<FieldOfWork>
{
    public void Configure(EntityTypeBuilder<FieldOfWork> builder)
    {
        builder.ToTable("FieldsOfWork");
        builder.IsListItem();
        builder.Property(c => c.IsActive).HasDefaultValue(true);
    }
}
