using System.Text;
using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.EntityFrameworkCore;
using SkiaSharp;

namespace Mabarra.CaseManager.Tests.Documents;

/// <summary>Photos from a telephone: one code, one paper, ten minutes, once; behind it stands the clerk who opened it. On both databases.</summary>
public abstract class PhoneUploadSuite(TestDatabase database) : DocumentHouse(database)
{
    private const string Telephone = "SECRETPHONE";

    private static readonly PhonePaper Paper = new(Records.Type, Owner, "income", "إثبات الدخل", "Proof of income", Sensitivity.Normal);

    private Act clerk = null!;

    private PhoneInbox Inbox => The<PhoneInbox>();

    protected override async Task SetUpAsync()
    {
        var user = new StaffUser("camera", "موظفة الاستقبال", [StaffRole.FrontDesk]) { SecurityStamp = "stamp", NormalizedUserName = "CAMERA" };
        await The<CaseWriter>().SaveAsync(db =>
        {
            db.Add(user);
            return Task.CompletedTask;
        }, Cancel);
        clerk = new Act(StaffDirectory.ActorOf(user), Clock.GetUtcNow().UtcDateTime);
    }

    [Fact]
    public async Task A_photo_comes_upright_without_its_place_and_camera_in_the_name_of_the_clerk()
    {
        var code = await OpenAsync();
        Assert.Null(await LatestAsync());

        await Inbox.ReceiveAsync(code, Parts(Photo(60, 30)), Cancel);

        var came = (await LatestAsync())!;
        Assert.Equal(("إثبات الدخل.jpg", DocumentKind.Jpeg), (came.FileName, came.Kind));
        var kept = await ReadAsync(came.DocumentId);
        Assert.DoesNotContain(Telephone, Encoding.Latin1.GetString(kept), StringComparison.Ordinal);
        Assert.DoesNotContain("Exif", Encoding.Latin1.GetString(kept), StringComparison.Ordinal);
        using var picture = SKBitmap.Decode(kept);
        Assert.Equal((30, 60), (picture.Width, picture.Height));
        // The red left of the sensor is the top of the paper.
        Assert.True(picture.GetPixel(15, 5) is { Red: > 200, Blue: < 60 });
        Assert.True(picture.GetPixel(15, 55) is { Red: < 60, Blue: > 200 });
        await using var db = await DbAsync();
        var entries = db.Set<AuditEntry>();
        Assert.Equal(["documents.phone.open", "documents.document.store"], await entries.Where(e => e.ActorId == clerk.Actor.Id).OrderBy(e => e.Sequence).Select(e => e.Action).ToListAsync(Cancel));
    }

    [Fact]
    public async Task Several_photos_are_the_pages_of_one_document()
    {
        await Inbox.ReceiveAsync(await OpenAsync(), Parts(Photo(60, 30), Photo(40, 80), Photo(50, 50)), Cancel);
        var came = (await LatestAsync())!;
        Assert.Equal(("إثبات الدخل.pdf", DocumentKind.Pdf), (came.FileName, came.Kind));
        Assert.Equal((1, 1), ((await CountAsync()).Documents, (await CountAsync()).Bodies));
        using var pdf = UglyToad.PdfPig.PdfDocument.Open(await ReadAsync(came.DocumentId));
        Assert.Equal(3, pdf.NumberOfPages);
    }

    [Fact]
    public async Task What_is_sent_after_the_code_expired_is_not_kept()
    {
        var code = await OpenAsync();
        Clock.Advance(PhoneUploadService.GoodFor - TimeSpan.FromSeconds(1));
        Assert.Equal(PhoneDoorState.Open, (await Inbox.LookAsync(code, Cancel)).State);
        Clock.Advance(TimeSpan.FromSeconds(1));

        await ShutAsync(code, PhoneDoorState.Expired);
    }

    [Fact]
    public async Task What_was_begun_in_time_counts_however_slow_the_network()
    {
        var code = await OpenAsync();
        await Inbox.ReceiveAsync(code, SlowAsync(), Cancel);
        Assert.NotNull(await LatestAsync());

        async IAsyncEnumerable<MultipartFile> SlowAsync()
        {
            Clock.Advance(PhoneUploadService.GoodFor + TimeSpan.FromMinutes(1));
            await foreach (var part in Parts(Photo(20, 20)))
                yield return part;
        }
    }

    [Fact]
    public async Task A_code_is_good_once()
    {
        var code = await OpenAsync();
        await Inbox.ReceiveAsync(code, Parts(Photo(20, 20)), Cancel);
        await ShutAsync(code, PhoneDoorState.Used, kept: 1);
    }

    [Fact]
    public async Task Of_two_sendings_at_once_one_is_kept()
    {
        var code = await OpenAsync();
        var both = new[] { Inbox.ReceiveAsync(code, Parts(Photo(20, 20)), Cancel), Inbox.ReceiveAsync(code, Parts(Photo(30, 30)), Cancel) };
        await Assert.ThrowsAsync<RuleViolation>(() => Task.WhenAll(both));
        Assert.Equal(1, both.Count(t => t.IsCompletedSuccessfully));
        Assert.Equal((1, 1), ((await CountAsync()).Documents, (await CountAsync()).Bodies));
    }

    [Fact]
    public async Task A_guessed_a_closed_and_a_replaced_code_open_nothing()
    {
        await ShutAsync("AAAAAAAAAAAAAAAAAAAAAAAAAAA", PhoneDoorState.Unknown);
        await ShutAsync(new string('A', 5000), PhoneDoorState.Unknown);
        var first = await OpenAsync();
        var second = await OpenAsync();
        await ShutAsync(first, PhoneDoorState.Closed);
        await The<PhoneUploadService>().CloseAsync(clerk, Paper, Cancel);
        await ShutAsync(second, PhoneDoorState.Closed);
    }

    [Fact]
    public async Task A_code_has_160_random_bits_and_only_its_hash_is_kept()
    {
        var code = await OpenAsync();
        Assert.Equal(20, System.Buffers.Text.Base64Url.DecodeFromChars(code).Length);
        await using var db = await DbAsync();
        var row = await db.Set<PhoneCode>().SingleAsync(Cancel);
        Assert.Equal(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(code)), row.Hash);
        Assert.DoesNotContain(code, System.Text.Json.JsonSerializer.Serialize(row), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_photo_is_refused_and_the_code_stays_open()
    {
        var code = await OpenAsync();
        var damaged = Photo(60, 60)[..^200];
        foreach (var (file, reason) in new[] { (Files.Pdf(), "phone.type"), (Encoding.UTF8.GetBytes("<html>صورة</html>"), "type"), (damaged, "damaged"), (Array.Empty<byte>(), "empty") })
            await Refused.WithAsync("documents.store." + reason, nameof(NewDocument.FileName), () => Inbox.ReceiveAsync(code, Parts(file), Cancel));
        await Refused.WithAsync("documents.store.phone.none", nameof(NewDocument.FileName), () => Inbox.ReceiveAsync(code, Parts(), Cancel));
        await Refused.WithAsync("documents.store.phone.many", nameof(NewDocument.FileName), () => Inbox.ReceiveAsync(code, Parts([.. Enumerable.Repeat(Photo(9, 9), 11)]), Cancel));
        Assert.Equal((0, 0, 0), await CountAsync());
        Assert.Equal(PhoneDoorState.Open, (await Inbox.LookAsync(code, Cancel)).State);
    }

    [Fact]
    public async Task What_the_clerk_may_no_longer_add_is_not_added()
    {
        var code = await OpenAsync();
        Owners.Answer = Owners.Answer with { MayChange = false };
        await Assert.ThrowsAsync<AccessDenied>(() => Inbox.ReceiveAsync(code, Parts(Photo(20, 20)), Cancel));
        await Assert.ThrowsAsync<AccessDenied>(() => The<PhoneUploadService>().OpenAsync(clerk, Paper, Cancel));
        Assert.Equal((0, 0, 0), await CountAsync());
    }

    [Fact]
    public async Task A_telephone_is_told_the_paper_and_nothing_of_the_person()
    {
        var door = await Inbox.LookAsync(await OpenAsync(), Cancel);
        Assert.Equal(new PhoneDoor(PhoneDoorState.Open, Paper.TitleAr, Paper.TitleEn, clerk.At + PhoneUploadService.GoodFor), door);
    }

    private async Task<string> OpenAsync() => (await The<PhoneUploadService>().OpenAsync(clerk, Paper, Cancel)).Code;

    private Task<PhoneArrival?> LatestAsync() =>
        The<PhoneQueries>().LatestAsync(clerk with { At = Clock.GetUtcNow().UtcDateTime }, Paper.OwnerType, Paper.OwnerId, Paper.Slot, Cancel);

    private async Task ShutAsync(string code, PhoneDoorState state, int kept = 0)
    {
        Assert.Equal(state, (await Inbox.LookAsync(code, Cancel)).State);
        await Refused.WithAsync("documents.store.phone.shut", nameof(NewDocument.FileName), () => Inbox.ReceiveAsync(code, Parts(Photo(20, 20)), Cancel));
        Assert.Equal(kept, (await CountAsync()).Documents);
    }

    private static async IAsyncEnumerable<MultipartFile> Parts(params byte[][] files)
    {
        foreach (var file in files)
        {
            await Task.CompletedTask;
            yield return new MultipartFile("photo", "IMG_0001.jpg", new MemoryStream(file));
        }
    }

    /// <summary>Left half red, right half blue, taken with the telephone turned (EXIF orientation 6), with its maker's name.</summary>
    private static byte[] Photo(int width, int height)
    {
        using var bitmap = new SKBitmap(width, height);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.Blue);
        using var red = new SKPaint { Color = SKColors.Red };
        canvas.DrawRect(0, 0, width / 2f, height, red);
        using var jpeg = bitmap.Encode(SKEncodedImageFormat.Jpeg, 95);
        var plain = jpeg.ToArray();
        return [.. plain[..2], .. Exif(), .. plain[2..]];
    }

    private static byte[] Exif()
    {
        byte[] name = [.. Encoding.ASCII.GetBytes(Telephone), 0];
        byte[] tiff =
        [
            .. "II*\0"u8, 8, 0, 0, 0, 2, 0,
            0x0F, 0x01, 2, 0, (byte)name.Length, 0, 0, 0, 38, 0, 0, 0,
            0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0,
            0, 0, 0, 0, .. name,
        ];
        var length = 2 + 6 + tiff.Length;
        return [0xFF, 0xE1, (byte)(length >> 8), (byte)length, .. "Exif\0\0"u8, .. tiff];
    }
}

public sealed class PhoneUploadTests() : PhoneUploadSuite(TestDatabase.Sqlite());
