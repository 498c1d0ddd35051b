using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>A consent, as typed.</summary>
public sealed record ConsentForm
{
    public ConsentPurpose? Purpose { get; set; }

    public ConsentMethod? Method { get; set; }
}

/// <summary>Consents, and the one photo that rests on one.</summary>
public sealed class ConsentService(CaseWriter writer, DocumentService documents)
{
    /// <param name="key">The form's own key: sent twice, it makes one consent (C6).</param>
    public Task<Guid> GiveAsync(Act act, Guid key, Guid beneficiaryId, ConsentForm form, CancellationToken cancel = default)
    {
        act.Require(BeneficiariesModule.EditPermission);
        return writer.SaveOnceAsync(key, act, async db =>
        {
            var file = await db.EditableAsync(act, beneficiaryId, cancel);
            var check = new FieldChecks();
            check.Chosen(form.Purpose, nameof(form.Purpose));
            check.Chosen(form.Method, nameof(form.Method));
            check.That(!await db.ConsentRecords.AnyAsync(c => c.BeneficiaryId == beneficiaryId && c.Purpose == form.Purpose && c.WithdrawnAt == null, cancel), "registry.consent.given", nameof(form.Purpose));
            check.ThrowIfAny();
            var consent = new ConsentRecord(act, beneficiaryId, form.Purpose!.Value, form.Method!.Value);
            db.Add(consent);
            db.RecordOn(act, "registry.consent.give", file);
            return consent.Id;
        }, cancel);
    }

    /// <summary>Withdrawing is as easy as giving; a photo kept under the consent goes in the same moment, bytes and all.</summary>
    public Task WithdrawAsync(Act act, Guid id, Guid version, CancellationToken cancel = default)
    {
        act.Require(BeneficiariesModule.EditPermission);
        return writer.SaveAsync(async db =>
        {
            var (consent, file) = await db.EditableRowAsync<ConsentRecord>(act, id, version, cancel);
            if (consent.PhotoId is { } photo)
                await documents.TakeAwayAsync(db, act, photo, "consent withdrawn", cancel);
            consent.Withdraw(act);
            db.RecordOn(act, "registry.consent.withdraw", file);
        }, cancel);
    }

    /// <summary>Keeps a photo under the consent to it, drawn anew so that nothing of the camera (place, time, thumbnail) is kept. The one before goes.</summary>
    /// <returns>The document's id, the first one's when the same key comes again.</returns>
    public async Task<Guid> KeepPhotoAsync(Act act, Guid key, Guid beneficiaryId, Stream content, CancellationToken cancel = default)
    {
        act.Require(BeneficiariesModule.EditPermission);
        var jpeg = await PhotoImage.CleanAsync(content, cancel);
        var document = new NewDocument { Key = key, OwnerId = beneficiaryId, OwnerType = PhotoAccess.Owner, FileName = "photo.jpg", Sensitivity = Sensitivity.Confidential };
        using var clean = new MemoryStream(jpeg, writable: false);
        await using var staged = await documents.StageAsync(document, clean, cancel: cancel);
        return await writer.SaveOnceAsync(key, act, async db =>
        {
            var file = await db.EditableAsync(act, beneficiaryId, cancel);
            var consent = await db.ConsentRecords.SingleOrDefaultAsync(c => c.BeneficiaryId == beneficiaryId && c.Purpose == ConsentPurpose.Photo && c.WithdrawnAt == null, cancel)
                ?? throw new RuleViolation("registry.photo.noconsent");
            if (consent.PhotoId is { } before)
                await documents.TakeAwayAsync(db, act, before, "another photo", cancel);
            var kept = await documents.AttachAsync(db, act, staged, cancel);
            consent.Keep(kept.Id);
            db.RecordOn(act, "registry.photo.keep", file);
            return kept.Id;
        }, cancel);
    }
}

/// <summary>A consent as the file shows it.</summary>
public sealed record ConsentRow(
    Guid Id, Guid Version, ConsentPurpose Purpose, ConsentMethod Method, string TextVersion, DateTime GivenAt, string TakenByName, DateTime? WithdrawnAt, Guid? PhotoId);

/// <summary>Reads of consents.</summary>
public sealed class ConsentQueries(IDbContextFactory<CaseDbContext> contexts)
{
    /// <summary>Newest first, the withdrawn ones too.</summary>
    public async Task<IReadOnlyList<ConsentRow>> OfAsync(Act act, Guid beneficiaryId, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await db.RequireAsync(act, BeneficiariesModule.ViewPermission, beneficiaryId, cancel);
        return await db.ConsentRecords.AsNoTracking().Where(c => c.BeneficiaryId == beneficiaryId).OrderByDescending(c => c.Id)
            .Select(c => new ConsentRow(c.Id, c.Version, c.Purpose, c.Method, c.TextVersion, c.GivenAt, c.TakenByName, c.WithdrawnAt, c.PhotoId)).ToListAsync(cancel);
    }
}
