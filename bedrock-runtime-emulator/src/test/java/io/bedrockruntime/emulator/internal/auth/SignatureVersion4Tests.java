package io.bedrockruntime.emulator.internal.auth;

import java.util.List;

import io.bedrockruntime.emulator.internal.journal.EventBuffer;
import io.bedrockruntime.emulator.internal.support.Sha256;
import io.bedrockruntime.emulator.record.Header;
import io.bedrockruntime.emulator.record.RecordedRequest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SignatureVersion4Tests {

	@Test
	void shouldReproducePublishedSignature() {
		RecordedRequest request = new RecordedRequest("GET", "/", null,
				List.of(new Header("Host", "example.amazonaws.com"), new Header("X-Amz-Date", "20150830T123600Z")),
				new byte[0], new EventBuffer());
		String canonical = SignatureVersion4.canonicalRequest(request, List.of("host", "x-amz-date"),
				Sha256.hex(new byte[0]));
		String stringToSign = SignatureVersion4.stringToSign("20150830T123600Z",
				"20150830/us-east-1/service/aws4_request", canonical);
		assertThat(SignatureVersion4.signature("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "20150830", "us-east-1",
				"service", stringToSign))
			.isEqualTo("5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31");
	}

	@Test
	void shouldEncodePathOnceMore() {
		assertThat(SignatureVersion4.canonicalPath("/model/arn%3Aaws%2Fx/converse"))
			.isEqualTo("/model/arn%253Aaws%252Fx/converse");
		assertThat(SignatureVersion4.canonicalPath("/model/a:0//./b/../converse")).isEqualTo("/model/a%3A0/converse");
		assertThat(SignatureVersion4.canonicalPath("")).isEqualTo("/");
	}

	@Test
	void shouldSortQueryByEncodedNameAndValue() {
		assertThat(SignatureVersion4.canonicalQuery("b=2&a=y&a=x%3A&c&d=1+1")).isEqualTo("a=x%3A&a=y&b=2&c=&d=1%2B1");
	}

}
