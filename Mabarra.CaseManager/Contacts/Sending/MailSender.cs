using System.Net.Sockets;
using System.Text;
using Mabarra.CaseManager.Contacts.Notices;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Mabarra.CaseManager.Contacts.Sending;

/// <summary>E-mail by SMTP (أ-٥).</summary>
internal sealed class MailSender : ISender
{
    /// <summary>A server that says nothing for so long is asked again later.</summary>
    internal const int TimeoutSeconds = 30;

    public bool Serves(NoticeRoute route) => route == NoticeRoute.Email;

    public async Task<SendResult> SendAsync(Gateway gateway, string? secret, Outgoing message, CancellationToken cancel)
    {
        // Checked when it was typed; checked again where it would matter (B36).
        if (!EmailText.Check(message.To).IsOk)
            return new(TryOutcome.Refused, "address");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(TimeSpan.FromSeconds(TimeoutSeconds));
        try
        {
            using var client = new SmtpClient { Timeout = TimeoutSeconds * 1000, LocalDomain = "localhost" };
            await client.ConnectAsync(gateway.Address, gateway.Port ?? 587, OptionOf(gateway.Security), limit.Token);
            if (gateway.UserName is { } user)
                await client.AuthenticateAsync(user, secret ?? "", limit.Token);
            var reply = await client.SendAsync(Build(message), limit.Token);
            await QuitAsync(client, limit.Token);
            return new(TryOutcome.Accepted, reply);
        }
        catch (SmtpCommandException e) when ((int)e.StatusCode is >= 500 and < 600 && e.ErrorCode is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted)
        {
            return new(TryOutcome.Refused, $"{(int)e.StatusCode} {e.Message}");
        }
        catch (SmtpCommandException e)
        {
            return new(TryOutcome.Later, $"{(int)e.StatusCode} {e.Message}");
        }
        catch (OperationCanceledException e) when (!cancel.IsCancellationRequested)
        {
            return new(TryOutcome.Later, $"timeout: {e.Message}");
        }
        catch (Exception e) when (e is SmtpProtocolException or SocketException or IOException or AuthenticationException or SslHandshakeException or NotSupportedException or TimeoutException or InvalidOperationException)
        {
            return SendResult.Later(e);
        }
    }

    /// <summary>The server has the message: whatever happens while saying goodbye changes nothing.</summary>
    private static async Task QuitAsync(SmtpClient client, CancellationToken cancel)
    {
        try
        {
            await client.DisconnectAsync(quit: true, cancel);
        }
        catch (Exception e) when (e is SmtpProtocolException or SmtpCommandException or SocketException or IOException or OperationCanceledException)
        {
        }
    }

    private static SecureSocketOptions OptionOf(MailSecurity security) => security switch
    {
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.None => SecureSocketOptions.None,
        _ => SecureSocketOptions.StartTls,
    };

    internal static MimeMessage Build(Outgoing outgoing)
    {
        var message = new MimeMessage { Subject = outgoing.Subject, MessageId = outgoing.Key };
        message.From.Add(new MailboxAddress(Encoding.UTF8, outgoing.FromName, outgoing.From));
        message.To.Add(new MailboxAddress(Encoding.UTF8, outgoing.Name, outgoing.To));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Body = new BodyBuilder { TextBody = $"{outgoing.Arabic}\n\n{outgoing.English}\n", HtmlBody = Html(outgoing) }.ToMessageBody();
        return message;
    }

    private static string Html(Outgoing message) =>
        $"""
         <!doctype html><html lang="ar" dir="rtl"><body style="margin:0;padding:24px;background:#f4f6f5;font-family:'IBM Plex Sans Arabic','Segoe UI',Tahoma,Arial,sans-serif;color:#1c2a26">
         <div style="max-width:560px;margin:0 auto;background:#fff;border:1px solid #dde5e1;border-radius:10px;padding:24px">
         <p style="margin:0 0 16px;font-weight:700;color:#1f5c4d">{Lines(message.FromName)}</p>
         <div style="font-size:16px;line-height:1.8">{Lines(message.Arabic)}</div>
         <div dir="ltr" lang="en" style="margin-top:20px;padding-top:16px;border-top:1px solid #dde5e1;font-size:14px;line-height:1.6;color:#4a5a54">{Lines(message.English)}</div>
         </div></body></html>
         """;

    private static string Lines(string text) => System.Net.WebUtility.HtmlEncode(text).Replace("\n", "<br>", StringComparison.Ordinal);
}
