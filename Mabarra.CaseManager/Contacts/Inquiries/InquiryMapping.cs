using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mabarra.CaseManager.Contacts.Inquiries;

internal sealed class InquiryMapping : IEntityTypeConfiguration<Inquiry>
{
    public void Configure(EntityTypeBuilder<Inquiry> builder)
    {
        builder.ToTable("Inquiries");
        builder.Property(i => i.Number).HasMaxLength(20);
        builder.Property(i => i.PersonName).HasMaxLength(200);
        builder.Property(i => i.PersonKey).HasMaxLength(200);
        builder.Property(i => i.Contact).HasMaxLength(254);
        builder.Property(i => i.Text).HasMaxLength(Inquiry.LongestText);
        builder.Property(i => i.Gist).HasMaxLength(QuestionGist.Longest);
        builder.Property(i => i.CategoryCode).HasMaxLength(40);
        builder.Property(i => i.LiaisonCell).HasMaxLength(81);
        builder.Property(i => i.RefereeName).HasMaxLength(200);
        builder.Property(i => i.Answer).HasMaxLength(Inquiry.LongestText);
        builder.Property(i => i.AnswerSource).HasMaxLength(200);
        builder.Property(i => i.AnsweredByName).HasMaxLength(160);
        builder.Property(i => i.ContactCheckNote).HasMaxLength(400);
        builder.HasIndex(i => i.Serial).IsUnique();
        builder.HasIndex(i => i.Number).IsUnique();
        builder.HasIndex(i => i.OpenOrder);
        builder.HasIndex(i => i.VisitId).IsUnique();
        builder.HasIndex(i => i.BeneficiaryId);
        builder.HasIndex(i => i.PersonKey);
        builder.HasIndex(i => new { i.CategoryCode, i.OpenOrder });
        builder.HasIndex(i => new { i.Gist, i.AskedAt });
    }
}

internal sealed class AnswerEntryMapping : IEntityTypeConfiguration<AnswerEntry>
{
    public void Configure(EntityTypeBuilder<AnswerEntry> builder)
    {
        builder.ToTable("AnswerEntries");
        builder.Property(a => a.Gist).HasMaxLength(QuestionGist.Longest);
        builder.Property(a => a.SearchText).HasMaxLength(4000);
        builder.HasIndex(a => a.No).IsUnique();
    }
}

internal sealed class AnswerVersionMapping : IEntityTypeConfiguration<AnswerVersion>
{
    public void Configure(EntityTypeBuilder<AnswerVersion> builder)
    {
        builder.ToTable("AnswerVersions");
        builder.Property(v => v.Question).HasMaxLength(400);
        builder.Property(v => v.Text).HasMaxLength(Inquiry.LongestText);
        builder.Property(v => v.Source).HasMaxLength(200);
        builder.Property(v => v.WrittenByName).HasMaxLength(160);
        builder.Property(v => v.ApprovedByName).HasMaxLength(160);
        builder.HasIndex(v => new { v.EntryId, v.No }).IsUnique();
    }
}
