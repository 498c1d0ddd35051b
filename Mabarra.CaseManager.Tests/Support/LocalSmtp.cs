using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using MimeKit;

namespace Mabarra.CaseManager.Tests.Support;

/// <summary>How the server behaves just now.</summary>
public enum SmtpMood
{
    Takes,

    /// <summary>450 to the recipient: come back later.</summary>
    Busy,

    /// <summary>550 to the recipient: there is nobody of that name.</summary>
    Unknown,

    /// <summary>Takes the message and hangs up before it says so.</summary>
    TakesAndDrops,

    /// <summary>Says so, and hangs up before goodbye.</summary>
    TakesAndLeaves,

    /// <summary>Hangs up at once.</summary>
    Refuses,
}

/// <summary>A mail server of a few lines on a port of its own: what it took, whole.</summary>
public sealed class LocalSmtp : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopped = new();
    private readonly Task serving;

    public LocalSmtp()
    {
        listener.Start();
        serving = ServeAsync();
    }

    public SmtpMood Mood { get; set; }

    public ConcurrentQueue<MimeMessage> Taken { get; } = new();

    public ConcurrentQueue<string> Recipients { get; } = new();

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public async ValueTask DisposeAsync()
    {
        await stopped.CancelAsync();
        listener.Stop();
        await serving;
        stopped.Dispose();
        listener.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(stopped.Token);
                _ = TalkAsync(client);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var connection = client;
        try
        {
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.Latin1);
            if (Mood == SmtpMood.Refuses)
                return;
            await SayAsync(stream, "220 local");
            while (await reader.ReadLineAsync(stopped.Token) is { } line)
            {
                var verb = line.Split(' ', ':')[0].ToUpperInvariant();
                switch (verb)
                {
                    case "EHLO":
                        await SayAsync(stream, "250-local\r\n250 8BITMIME");
                        break;
                    case "RCPT" when Mood == SmtpMood.Busy:
                        await SayAsync(stream, "450 busy");
                        break;
                    case "RCPT" when Mood == SmtpMood.Unknown:
                        await SayAsync(stream, "550 no such user");
                        break;
                    case "RCPT":
                        Recipients.Enqueue(line);
                        await SayAsync(stream, "250 ok");
                        break;
                    case "DATA":
                        await SayAsync(stream, "354 go on");
                        await TakeAsync(reader);
                        if (Mood == SmtpMood.TakesAndDrops)
                            return;
                        await SayAsync(stream, "250 queued as 1");
                        if (Mood == SmtpMood.TakesAndLeaves)
                            return;
                        break;
                    case "QUIT":
                        await SayAsync(stream, "221 bye");
                        return;
                    default:
                        await SayAsync(stream, "250 ok");
                        break;
                }
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException)
        {
        }
    }

    private async Task TakeAsync(StreamReader reader)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync(stopped.Token) is { } line && line != ".")
            text.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        using var bytes = new MemoryStream(Encoding.Latin1.GetBytes(text.ToString()));
        Taken.Enqueue(await MimeMessage.LoadAsync(bytes));
    }

    private static async Task SayAsync(NetworkStream stream, string line) => await stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"));
}
