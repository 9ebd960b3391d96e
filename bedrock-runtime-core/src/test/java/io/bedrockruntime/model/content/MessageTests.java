package io.bedrockruntime.model.content;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MessageTests {

	@Test
	void shouldJoinTextWithoutReasoning() {
		Message message = Message.assistant(
				ContentBlock.reasoningContent(ReasoningContentBlock.reasoningText(ReasoningTextBlock.of("Hm"))),
				ContentBlock.text("The sky "),
				ContentBlock.citationsContent(new CitationsContentBlock(
						List.of(CitationGeneratedContent.text("is "), CitationGeneratedContent.text("blue")),
						List.of())),
				ContentBlock.citationsContent(new CitationsContentBlock(null, null)), ContentBlock.text("."));
		assertThat(message.text()).isEqualTo("The sky is blue.");
		assertThat(message.role()).isEqualTo(ConversationRole.ASSISTANT);
		assertThat(message.toolUses()).isEmpty();
	}

	@Test
	void shouldFindToolUses() {
		ToolUseBlock clock = ToolUseBlock.of("t1", "clock", JsonNodeFactory.instance.objectNode());
		ToolUseBlock lamp = ToolUseBlock.of("t2", "lamp", JsonNodeFactory.instance.objectNode());
		assertThat(Message.assistant(ContentBlock.toolUse(clock), ContentBlock.text("and"), ContentBlock.toolUse(lamp))
			.toolUses()).containsExactly(clock, lamp);
	}

	@Test
	void shouldCreateToolResults() {
		assertThat(ToolResultBlock.text("t1", "noon").content()).containsExactly(ToolResultContentBlock.text("noon"));
		assertThat(ToolResultBlock.json("t1", JsonNodeFactory.instance.numberNode(12)).content())
			.containsExactly(ToolResultContentBlock.json(JsonNodeFactory.instance.numberNode(12)));
		assertThat(ToolResultBlock.error("t1", "broken").status()).isEqualTo(ToolResultStatus.ERROR);
	}

	@Test
	void shouldNotChangeAfterwards() {
		List<ContentBlock> content = new ArrayList<>(List.of(ContentBlock.text("a")));
		Message message = new Message(ConversationRole.USER, content);
		content.clear();
		assertThat(message.content()).hasSize(1);
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> message.content().clear());
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> message.unknownMembers().put("a", JsonNodeFactory.instance.nullNode()));
	}

	@Test
	void shouldShowNoContent() {
		assertThat(Message.user("secret"))
			.hasToString("Message[role=user, content=[Text[text=(6 characters)]], unknownMembers=(0 entries)]");
	}

}
