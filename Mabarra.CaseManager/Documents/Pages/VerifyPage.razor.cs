using System.Security.Cryptography;
using Mabarra.CaseManager.Ui;
using Microsoft.AspNetCore.Components;

namespace Mabarra.CaseManager.Documents.Pages;

/// <summary>Says whether a paper with this code, or exactly this file, was issued by the association.</summary>
public sealed partial class VerifyPage
{
    [Inject] private Verification Papers { get; set; } = null!;

    [Inject] private VerifyLimiter Limiter { get; set; } = null!;

    [Inject] private ComparedFile Compared { get; set; } = null!;

    [CascadingParameter] private HttpContext Http { get; set; } = null!;

    [Parameter] public string? Code { get; set; }

    /// <summary>Why the form just sent could not be read.</summary>
    [SupplyParameterFromQuery(Name = "problem")] private string? Trouble { get; set; }

    private VerifiedPaper? Paper { get; set; }

    private Answer? Verdict { get; set; }

    private string? Problem { get; set; }

    private string? Typed => VerifyCode.Normalise(Code) is { } normal ? VerifyCode.Shown(normal) : Code;

    protected override async Task OnInitializedAsync()
    {
        Http.Response.Headers.CacheControl = "no-store";
        var file = Compared.Read(Http, Code is null ? DocumentLinks.VerifyPage : VerifyEndpoint.PathOf(Code));
        if (string.Equals(Trouble, "large", StringComparison.Ordinal))
            Problem = "documents.verify.large";
        else if (Code is null && file is null)
            return;
        else if (!Limiter.MayAsk(Http.Connection.RemoteIpAddress))
            (Problem, Http.Response.StatusCode, Http.Response.Headers.RetryAfter) = ("documents.verify.often", StatusCodes.Status429TooManyRequests, "60");
        else
            await AnswerAsync(file);
    }

    private async Task AnswerAsync((byte[] Sha256, SealFinding Seal)? file)
    {
        Paper = Code is null
            ? await Papers.ByFileAsync(file!.Value.Sha256, Http.RequestAborted)
            : await Papers.ByCodeAsync(Code, Http.RequestAborted);
        Verdict = (Paper, file) switch
        {
            (null, { } sent) when Code is null => OfUnknown(sent.Seal),
            (null, _) => Answer.Unknown,
            // The paper as it was printed before its seal: genuine, and there is a newer file of it.
            ({ IsEarlier: true }, _) => Answer.Superseded,
            // That it was ours once is said below what counts now: it is void.
            (_, null) => Paper.VoidedAt is null ? Answer.Issued : Answer.WasIssued,
            (_, { } sent) => CryptographicOperations.FixedTimeEquals(Paper.Sha256.Span, sent.Sha256) ? Answer.FileGenuine : Answer.FileChanged,
        };
    }

    /// <summary>No paper of ours has these bytes; its seal tells whether it was one.</summary>
    private static Answer OfUnknown(SealFinding seal) => seal switch
    {
        SealFinding.Altered => Answer.FileAltered,
        SealFinding.Intact => Answer.FileSealed,
        _ => Answer.FileUnknown,
    };

    private sealed record Answer(string Key, Tone Tone)
    {
        public static readonly Answer Issued = new("documents.verify.issued", Tone.Good);
        public static readonly Answer WasIssued = new("documents.verify.issued", Tone.Info);
        public static readonly Answer Unknown = new("documents.verify.unknown", Tone.Bad);
        public static readonly Answer FileGenuine = new("documents.verify.genuine", Tone.Good);
        public static readonly Answer FileChanged = new("documents.verify.changed", Tone.Bad);
        public static readonly Answer FileAltered = new("documents.verify.altered", Tone.Bad);
        public static readonly Answer FileSealed = new("documents.verify.sealedonly", Tone.Warn);
        public static readonly Answer Superseded = new("documents.verify.superseded", Tone.Info);
        public static readonly Answer FileUnknown = new("documents.verify.fileunknown", Tone.Bad);
    }
}
