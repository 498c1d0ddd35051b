using System.Resources;
using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Intake;

/// <summary>Taking the beneficiary's signature that her data is true and that she answers for it (ت-٤).</summary>
public sealed class DeclarationService(CaseWriter writer, DocumentService documents, HouseTexts texts)
{
    private const string FileName = "signature.png";

    /// <summary>The picture of the signature and the declaration are saved together or not at all.</summary>
    public async Task SignAsync(Act act, Guid requestId, Guid version, DeclarationForm form, CancellationToken cancel = default)
    {
        act.Require(IntakeModule.EditPermission);
        var witness = RequestChecks.Witness(form);
        await using var drawing = form.Method == SignatureMethod.Pad
            ? await documents.StagePngAsync(DrawingOf(requestId), form.Drawing!.Value, cancel)
            : null;
        await writer.SaveAsync(async db =>
        {
            var request = await RequestLoader.ForChangeAsync(db, act, IntakeModule.EditPermission, requestId, version, cancel);
            request.RequireIntake();
            var signer = await SignerAsync(db, act, request.BeneficiaryId, form, witness, cancel);
            var text = (await texts.InForceAsync(db, cancel))[IntakeTexts.Declaration];
            if (text.No != form.TextNo)
                throw new RuleViolation("intake.declaration.changed");
            var picture = drawing is null
                ? await RequestFiles.RequireAsync(db, requestId, form.DocumentId!.Value, nameof(form.DocumentId), cancel)
                : (await documents.AttachAsync(db, act, drawing, cancel)).Id;
            request.Sign(act, new Declaration(form.Method, act.On, act.At, picture, witness, text.No)
            {
                Words = text.Ar,
                IsReadAloud = signer.CannotRead,
                SignerName = signer.Person?.Name,
                SignerKind = signer.Person?.Kind,
                SignerProofNo = signer.Person?.ProofNo,
            });
            RequestLoader.Touch(db, act, request, "intake.request.sign", "ت-4");
        }, cancel);
    }

    /// <summary>
    /// Who may sign on this day (ت-٤): she herself when she is of age, or a guardian or agent whose paper holds and covers signing.
    /// The file says who cannot read, whatever was ticked: then it is read out before a witness.
    /// </summary>
    private static async Task<(ActingPerson? Person, bool CannotRead)> SignerAsync(CaseDbContext db, Act act, Guid beneficiary, DeclarationForm form, string? witness, CancellationToken cancel)
    {
        var who = await WhoMayAct.ReadAsync(db, beneficiary, act.On, cancel);
        var person = who.Signers.FirstOrDefault(p => p.Id == form.SignerId);
        if (form.SignerId is null && !who.HerselfMaySign)
            throw new RuleViolation("intake.declaration.minor", nameof(form.SignerId), WhoMayAct.OfAge);
        if (form.SignerId is not null && person is null)
            throw new RuleViolation("intake.declaration.signer", nameof(form.SignerId));
        var cannotRead = form.CannotRead || (person is null && who.IsLiterate == false);
        if (cannotRead && witness is null)
            throw new RuleViolation("intake.declaration.witness", nameof(form.WitnessName));
        return (person, cannotRead);
    }

    private static NewDocument DrawingOf(Guid requestId) => new()
    {
        Key = Guid.NewGuid(),
        OwnerId = requestId,
        OwnerType = nameof(ServiceRequest),
        FileName = FileName,
        Sensitivity = Sensitivity.Normal,
    };
}

/// <summary>Files that papers of a request point to.</summary>
internal static class RequestFiles
{
    /// <summary>A file id from a page is believed only when the file belongs to this very request (A4).</summary>
    public static async Task<Guid> RequireAsync(CaseDbContext db, Guid requestId, Guid documentId, string field, CancellationToken cancel)
    {
        var stored = db.StoredDocuments;
        return await stored.AnyAsync(d => d.Id == documentId && d.OwnerId == requestId && d.RemovedAt == null, cancel)
            ? documentId
            : throw new RuleViolation("intake.item.file", field);
    }
}

/// <summary>The declaration among the requirements.</summary>
internal static class DeclarationWords
{
    private static readonly ResourceManager Texts = new(typeof(IntakeText));

    /// <summary>What it is called.</summary>
    public static (string Ar, string En) Name { get; } =
        (Texts.GetString("declaration.title", AppCulture.Arabic)!, Texts.GetString("declaration.title", AppCulture.English)!);
}
