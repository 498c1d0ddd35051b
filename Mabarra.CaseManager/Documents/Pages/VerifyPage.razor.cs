using System.Security.Cryptography;
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
        if (string.Equals(Trouble, "large", StringComparison.Ordinal))
            Problem = "documents.verify.large";
        else if (Code is null && Http.Request.Cookies.Count == 0)
            return;
        else if (!Limiter.MayAsk(Http.Connection.RemoteIpAddress))
            (Problem, Http.Response.StatusCode) = ("documents.verify.often", StatusCodes.Status429TooManyRequests);
        else
            await AnswerAsync();
    }

    private async Task AnswerAsync()
    {
        var file = Compared.Read(Http, Code is null ? DocumentLinks.VerifyPage : VerifyEndpoint.PathOf(Code));
        if (Code is null)
        {
            if (file is null)
                return;
            Paper = await Papers.ByFileAsync(file, Http.RequestAborted);
            Verdict = Paper is null ? Answer.FileUnknown : Answer.FileGenuine;
            return;
        }

        Paper = await Papers.ByCodeAsync(Code, Http.RequestAborted);
        Verdict = (Paper, file) switch
        {
            (null, _) => Answer.Unknown,
            (_, null) => Answer.Issued,
            _ when CryptographicOperations.FixedTimeEquals(Paper.Sha256.Span, file) => Answer.FileGenuine,
            _ => Answer.FileChanged,
        };
    }

    private sealed record Answer(string Key, string Css)
    {
        public static readonly Answer Issued = new("documents.verify.issued", "banner-good");
        public static readonly Answer Unknown = new("documents.verify.unknown", "banner-bad");
        public static readonly Answer FileGenuine = new("documents.verify.genuine", "banner-good");
        public static readonly Answer FileChanged = new("documents.verify.changed", "banner-bad");
        public static readonly Answer FileUnknown = new("documents.verify.fileunknown", "banner-bad");
    }
}
