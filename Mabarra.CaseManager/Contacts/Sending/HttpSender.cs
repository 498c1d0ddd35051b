using System.Net;
using System.Net.Http.Headers;
using Mabarra.CaseManager.Contacts.Notices;

namespace Mabarra.CaseManager.Contacts.Sending;

/// <summary>
/// SMS through the association's gateway, and WhatsApp through its adapter: one small JSON post, the token in the header, the notice's own key beside it,
/// by which the gateway knows a repetition.
/// </summary>
internal sealed class HttpSender(IHttpClientFactory clients) : ISender
{
    internal const string ClientName = "gateways";
    private const int LongestReply = 300;

    public bool Serves(NoticeRoute route) => route is NoticeRoute.Sms or NoticeRoute.WhatsApp;

    public async Task<SendResult> SendAsync(Gateway gateway, string? secret, Outgoing message, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(TimeSpan.FromSeconds(MailSender.TimeoutSeconds));
        try
        {
            using var post = new HttpRequestMessage(HttpMethod.Post, gateway.Address);
            post.Content = JsonContent.Create(new { to = message.To, from = gateway.Sender, text = message.Arabic, id = message.Key });
            post.Headers.Add("Idempotency-Key", message.Key);
            if (secret is not null)
                post.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secret);
            using var client = clients.CreateClient(ClientName);
            using var reply = await client.SendAsync(post, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            var words = $"{(int)reply.StatusCode} {await ReadAsync(reply, limit.Token)}".Trim();
            return new(OutcomeOf(reply.StatusCode), words);
        }
        catch (OperationCanceledException e) when (!cancel.IsCancellationRequested)
        {
            return new(TryOutcome.Later, $"timeout: {e.Message}");
        }
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidOperationException or UriFormatException)
        {
            return SendResult.Later(e);
        }
    }

    /// <summary>Wrong keys and full queues are ours to mend; only what says that this very message is no good ends it.</summary>
    private static TryOutcome OutcomeOf(HttpStatusCode status) => status switch
    {
        >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices => TryOutcome.Accepted,
        HttpStatusCode.Conflict => TryOutcome.Accepted,
        HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity => TryOutcome.Refused,
        _ => TryOutcome.Later,
    };

    /// <summary>Of a reply of any length only the beginning.</summary>
    private static async Task<string> ReadAsync(HttpResponseMessage reply, CancellationToken cancel)
    {
        await using var stream = await reply.Content.ReadAsStreamAsync(cancel);
        var bytes = new byte[LongestReply];
        var read = await stream.ReadAtLeastAsync(bytes, LongestReply, throwOnEndOfStream: false, cancel);
        return System.Text.Encoding.UTF8.GetString(bytes, 0, read).ReplaceLineEndings(" ").Trim();
    }
}
