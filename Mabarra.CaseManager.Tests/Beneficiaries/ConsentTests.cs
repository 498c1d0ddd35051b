using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.EntityFrameworkCore;
using SkiaSharp;

namespace Mabarra.CaseManager.Tests.Beneficiaries;

/// <summary>Consents and the photo that rests on one, on both databases.</summary>
public abstract class ConsentSuite(TestDatabase database) : RegistryHouse(database)
{
    private ConsentService Service => The<ConsentService>();

    [Fact]
    public async Task A_consent_is_for_one_purpose_and_one_at_a_time()
    {
        var id = await GiveAsync();
        await Refused.WithAsync("registry.consent.given", nameof(ConsentForm.Purpose), GiveAsync);
        await GiveAsync(ConsentPurpose.Awareness);
        var given = (await OfAsync()).Single(c => c.Id == id);
        Assert.Equal((ConsentRecord.CurrentText, ConsentMethod.Signed, Clock.GetUtcNow().UtcDateTime), (given.TextVersion, given.Method, given.GivenAt));
        await Service.WithdrawAsync(Clerk, id, given.Version, Cancel);
        await GiveAsync();
        Assert.Equal(3, (await OfAsync()).Count);
    }

    [Fact]
    public async Task A_photo_without_a_consent_is_refused_and_nothing_is_kept()
    {
        await Refused.WithAsync("registry.photo.noconsent", null, () => KeepAsync(Photo()));
        await GiveAsync(ConsentPurpose.Awareness);
        await Refused.WithAsync("registry.photo.noconsent", null, () => KeepAsync(Photo()));
        Assert.Equal(0, await ReadAsync(db => db.StoredDocuments.CountAsync(Cancel)));
    }

    [Fact]
    public async Task P6_A_kept_photo_has_nothing_of_the_camera_in_it()
    {
        await GiveAsync();
        var id = await KeepAsync(WithExif(Photo(), orientation: 6));

        var bytes = await OpenAsync(id);

        Assert.DoesNotContain("Exif", System.Text.Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        Assert.DoesNotContain("GPS-SECRET", System.Text.Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        using var picture = SKBitmap.Decode(bytes);
        Assert.Equal((320, 640), (picture.Width, picture.Height)); // turned upright, and small
        Assert.True(picture.GetPixel(280, 60).Red > 200, "the camera's top left corner is the viewer's top right one");
        Assert.True(picture.GetPixel(40, 60).Red < 60);
    }

    [Fact]
    public async Task Withdrawing_the_consent_takes_the_photo_away_bytes_and_all()
    {
        var consent = await GiveAsync();
        var photo = await KeepAsync(Photo());
        Assert.NotEmpty(await OpenAsync(photo));

        await Service.WithdrawAsync(Clerk, consent, (await OfAsync())[0].Version, Cancel);

        await Assert.ThrowsAsync<AccessDenied>(() => OpenAsync(photo));
        Assert.Null((await OfAsync())[0].PhotoId);
        Assert.Equal(0, await ReadAsync(db => db.Set<DocumentBody>().CountAsync(Cancel)));
        Assert.Contains("registry.consent.withdraw", await TrailAsync(), StringComparison.Ordinal);
        await GiveAsync();
        await Assert.ThrowsAsync<AccessDenied>(() => OpenAsync(photo));
    }

    [Fact]
    public async Task Another_photo_takes_the_place_of_the_first_and_one_sent_twice_is_one()
    {
        await GiveAsync();
        var first = await KeepAsync(Photo());
        var key = Guid.CreateVersion7();
        var second = await Service.KeepPhotoAsync(Clerk, key, File, new MemoryStream(Photo()), Cancel);
        Assert.Equal(second, await Service.KeepPhotoAsync(Clerk, key, File, new MemoryStream(Photo()), Cancel));
        Assert.NotEqual(first, second);
        Assert.Equal(1, await ReadAsync(db => db.StoredDocuments.CountAsync(d => d.RemovedAt == null, Cancel)));
    }

    [Fact]
    public async Task What_is_no_picture_is_refused()
    {
        await GiveAsync();
        await Assert.ThrowsAsync<RuleViolation>(() => KeepAsync(Photo()[..400]));
        await Assert.ThrowsAsync<RuleViolation>(() => KeepAsync("MZ not a picture"u8.ToArray()));
        await Refused.WithAsync("registry.photo.large", null, () => KeepAsync(new byte[PhotoImage.LargestBytes + 1]));
        Assert.Equal(0, await ReadAsync(db => db.StoredDocuments.CountAsync(Cancel)));
    }

    [Fact]
    public async Task A2_Others_neither_keep_nor_open()
    {
        await GiveAsync();
        var photo = await KeepAsync(Photo());
        foreach (var act in new[] { By(StaffRole.CommitteeMember), By(StaffRole.SystemAdmin), ByLiaison("Orphans") })
        {
            await Assert.ThrowsAsync<AccessDenied>(() => Service.GiveAsync(act, Guid.CreateVersion7(), File, new ConsentForm { Purpose = ConsentPurpose.Awareness, Method = ConsentMethod.Spoken }, Cancel));
            await Assert.ThrowsAsync<AccessDenied>(() => Service.KeepPhotoAsync(act, Guid.CreateVersion7(), File, new MemoryStream(Photo()), Cancel));
            await Assert.ThrowsAsync<AccessDenied>(() => The<DocumentQueries>().OpenAsync(act, photo, Cancel));
            await Assert.ThrowsAsync<AccessDenied>(() => The<ConsentQueries>().OfAsync(act, File, Cancel));
        }
        await Refused.WithAsync("documents.open.reason", nameof(Act.Why), () => The<DocumentQueries>().OpenAsync(By(StaffRole.SeniorManagement), photo, Cancel));
    }

    private Task<Guid> GiveAsync() => GiveAsync(ConsentPurpose.Photo);

    private Task<Guid> GiveAsync(ConsentPurpose purpose) =>
        Service.GiveAsync(Clerk, Guid.CreateVersion7(), File, new ConsentForm { Purpose = purpose, Method = ConsentMethod.Signed }, Cancel);

    private Task<Guid> KeepAsync(byte[] picture) => Service.KeepPhotoAsync(Clerk, Guid.CreateVersion7(), File, new MemoryStream(picture), Cancel);

    private Task<IReadOnlyList<ConsentRow>> OfAsync() => The<ConsentQueries>().OfAsync(Clerk, File, Cancel);

    private async Task<byte[]> OpenAsync(Guid id)
    {
        await using var opened = await The<DocumentQueries>().OpenAsync(Clerk, id, Cancel);
        using var bytes = new MemoryStream();
        await opened.Content.CopyToAsync(bytes, Cancel);
        return bytes.ToArray();
    }

    /// <summary>1280 × 640, black with a white corner at the top left.</summary>
    private static byte[] Photo()
    {
        using var bitmap = new SKBitmap(1280, 640);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.Black);
        using var white = new SKPaint { Color = SKColors.White };
        canvas.DrawRect(0, 0, 300, 300, white);
        using var jpeg = bitmap.Encode(SKEncodedImageFormat.Jpeg, 90);
        return jpeg.ToArray();
    }

    /// <summary>What a telephone writes between the first two bytes and the picture: an EXIF segment with how it was held, and more.</summary>
    private static byte[] WithExif(byte[] jpeg, byte orientation)
    {
        byte[] tiff = [.. "MM"u8, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0, .. "GPS-SECRET"u8];
        byte[] body = [.. "Exif\0\0"u8, .. tiff];
        return [0xFF, 0xD8, 0xFF, 0xE1, 0, (byte)(body.Length + 2), .. body, .. jpeg[2..]];
    }
}

public sealed class ConsentTests() : ConsentSuite(TestDatabase.Sqlite());
