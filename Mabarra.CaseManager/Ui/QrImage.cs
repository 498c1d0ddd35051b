using System.Text;
using QRCoder;

namespace Mabarra.CaseManager.Ui;

/// <summary>A square code as a picture for the screen.</summary>
public static class QrImage
{
    /// <summary>An address for <c>img src</c>.</summary>
    public static string Of(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var svg = new SvgQRCode(data);
        return "data:image/svg+xml;base64," + Convert.ToBase64String(Encoding.UTF8.GetBytes(svg.GetGraphic(6)));
    }
}
